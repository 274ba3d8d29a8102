using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>One unit on the board.</summary>
/// <param name="Group">Peer group id.</param>
/// <param name="Sequence">Sequence of its last change; the id of the live event that told it.</param>
/// <param name="ComputedAt">When the card was computed.</param>
public sealed record UnitRow(string Unit, LocalizedText Name, string Group, Scorecard Card, int? Rank, long Sequence, Instant ComputedAt)
{
    /// <summary>The card by the plan's version before, shown beside it until a period is frozen; null when only one is shown.</summary>
    public EarlierCard? Earlier { get; init; }
}
