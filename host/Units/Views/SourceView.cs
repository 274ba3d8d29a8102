using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Views;

/// <summary>A source as people and the API see it.</summary>
/// <param name="Unit">The unit it counts for now; null while unassigned.</param>
/// <param name="AssignedFrom">Since when; null when all it ever sent counts.</param>
/// <param name="Factor">Multiplies differences of readings, never readings.</param>
/// <param name="MaxRatePerHour">Greatest possible consumption per hour, in the metric's measure.</param>
/// <param name="Conflicts">Readings that contradicted a stored one.</param>
public sealed record SourceView(
    string Id,
    string? Unit,
    Instant? AssignedFrom,
    string Metric,
    SourceKind Kind,
    FlowDirection Direction,
    string? Channel,
    string Measure,
    decimal Factor,
    decimal? RegisterWidth,
    decimal? MaxRatePerHour,
    string Connector,
    string Profile,
    string Topic,
    Instant FirstSeenAt,
    ReadingView? LastReading,
    SourceHealth Health,
    long Conflicts)
{
    public string? Label { get; init; }

    public string? Place { get; init; }

    /// <summary>Id of the main meter behind which it is connected.</summary>
    public string? Parent { get; init; }

    public CountRule Counted { get; init; }

    /// <summary>It adds to the unit's figures as things are.</summary>
    public bool Counts { get; init; }

    /// <summary>All stretches, past and present.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    /// <summary>The same on the time line.</summary>
    public IReadOnlyList<AssignmentView> Stretches => [.. Assignments.Select(AssignmentView.Of)];

    /// <summary>Who has it now: one unit, several that share it, or none.</summary>
    public IReadOnlyList<AssignmentView> Holders => [.. Stretches.Where(stretch => stretch.To is null)];

    public bool IsShared => Holders.Any(holder => holder.Key != ShareKey.Whole);

    /// <summary>Somebody decided that it counts for no unit; it is measured all the same.</summary>
    public bool IsLeft => Unit is null && Counted == CountRule.No;

    /// <summary>
    /// The change as a person means it who gives a source to units: what was left without one counts again as usual, else it would be
    /// theirs and count nothing. A program that sets up a check meter says <see cref="CountRule.No"/> first and the unit later.
    /// </summary>
    public SourceChange Meant(SourceChange change) =>
        IsLeft && change.Counted is null && (change.Unit is { Length: > 0 } || change.Sharing is not null) ? change with { Counted = CountRule.Auto } : change;

    /// <summary>What a virtual source adds up, by id.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> Terms { get; init; } = [];
}
