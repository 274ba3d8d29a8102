using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

public sealed record SourceJson(
    string Id,
    [property: Description("Unit it counts for now; null while unassigned.")] string? Unit,
    [property: Description("Since when; null when all it ever sent counts.")] DateTimeOffset? AssignedFrom,
    string Metric,
    SourceKind Kind,
    FlowDirection Direction,
    string? Channel,
    string Measure,
    [property: Description("Multiplies differences of readings, never readings.")] decimal Factor,
    decimal? RegisterWidth,
    [property: Description("Greatest possible consumption per hour, in the metric's measure.")] decimal? MaxRate,
    string Connector,
    string Profile,
    string Topic,
    DateTimeOffset FirstSeenAt,
    ReadingJson? LastReading,
    SourceHealth Health,
    [property: Description("Readings that contradicted a stored one.")] long Conflicts)
{
    public static SourceJson Of(SourceView source, AgencyCalendar calendar) => new(
        source.Id,
        source.Unit,
        source.AssignedFrom is { } from ? calendar.ToLocal(from) : null,
        source.Metric,
        source.Kind,
        source.Direction,
        source.Channel,
        source.Measure,
        source.Factor,
        source.RegisterWidth,
        source.MaxRatePerHour,
        source.Connector,
        source.Profile,
        source.Topic,
        calendar.ToLocal(source.FirstSeenAt),
        source.LastReading is { } last ? ReadingJson.Of(last, calendar) : null,
        source.Health,
        source.Conflicts);
}
