using System.ComponentModel;
using EmulationPlatform.Storage.ReadingLog;

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
    [Description("What people call it; null until somebody named it.")]
    public string? Label { get; init; }

    [Description("Where it hangs.")]
    public string? Place { get; init; }

    [Description("Id of the main meter behind which it is connected.")]
    public string? Parent { get; init; }

    [Description("auto: counters of consumption count; yes: it counts whatever it is; no: it is shown only, and without a unit it waits for none.")]
    public CountRule Counted { get; init; }

    [Description("It adds to its unit's figures as things are.")]
    public bool Counts { get; init; }

    [Description("All stretches, past and present.")]
    public IReadOnlyList<AssignmentJson> Assignments { get; init; } = [];

    [Description("What a virtual source adds up.")]
    public IReadOnlyList<TermJson> Terms { get; init; } = [];

    /// <summary>From included, to excluded; null is open.</summary>
    public sealed record AssignmentJson(
        string Unit,
        DateTimeOffset? From,
        DateTimeOffset? To,
        [property: Description("whole: all of it is the unit's; fixed, headcount, area: how it is shared out.")] ShareKey Key,
        [property: Description("For fixed shares, relative to the other units of the same time.")] decimal Weight,
        string? Reason);

    public sealed record TermJson(string Source, decimal Coefficient);

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
        source.Conflicts)
    {
        Label = source.Label,
        Place = source.Place,
        Parent = source.Parent,
        Counted = source.Counted,
        Counts = source.Counts,
        Assignments = [.. source.Stretches.Select(stretch => new AssignmentJson(
            stretch.Unit, Local(stretch.From, calendar), Local(stretch.To, calendar), stretch.Key, stretch.Weight, stretch.Reason))],
        Terms = [.. source.Terms.Select(term => new TermJson(term.Key, term.Value))],
    };

    private static DateTimeOffset? Local(Instant? moment, AgencyCalendar calendar) => moment is { } known ? calendar.ToLocal(known) : null;
}
