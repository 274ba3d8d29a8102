using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>The whole board at one moment. Immutable; a change makes a new one.</summary>
/// <param name="Sequence">Grows with every change of any unit, also over restarts.</param>
/// <param name="Units">Sorted by group, then Vietnamese name.</param>
public sealed record ScoreboardView(
    Plan Plan, Instant AsOf, Period Period, long Sequence, OrganisationCard Organisation, IReadOnlyList<UnitRow> Units)
{
    /// <summary>The agency by the plan's version before, shown beside it until a period is frozen; null when only one is shown.</summary>
    public EarlierOrganisation? Earlier { get; init; }
}
