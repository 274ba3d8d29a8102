using System.ComponentModel;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>What a connector would make of a message; nothing is stored.</summary>
public sealed record ProfileTrialJson(
    [property: Description("Some rule matched.")] bool Understood,
    IReadOnlyList<ProfileTrialJson.TriedJson> Values,
    [property: Description("Parts that would go to quarantine, and why.")] IReadOnlyList<RejectedPart> Problems)
{
    public sealed record TriedJson(
        string Source, string Profile, string Metric, SourceKind Kind, FlowDirection Direction, string? Channel, string Measure, decimal Value, DateTimeOffset At);

    public static ProfileTrialJson Of(ProfileTrial trial, AgencyCalendar calendar) => new(
        trial.Understood,
        [.. trial.Values.Select(tried => new TriedJson(
            tried.Source, tried.Profile, tried.Metric, tried.Kind, tried.Direction, tried.Channel, tried.Measure, tried.Value, calendar.ToLocal(tried.At)))],
        trial.Problems);
}
