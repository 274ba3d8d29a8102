namespace EmulationPlatform.Units.Ledger;

/// <summary>How a unit's sources relate to each other and to those of other units.</summary>
/// <param name="Live">Sources the unit folds and whose own share counts as it is booked.</param>
/// <param name="WithDependents">Sources it folds of which other figures are made: these are told when hours are stored.</param>
/// <param name="Derived">What it has of shared, virtual and given-up sources, and what is taken off, read from disk.</param>
internal sealed record UnitFamily(IReadOnlySet<int> Live, IReadOnlySet<int> WithDependents, IReadOnlyList<SourceShare> Derived)
{
    public static UnitFamily None { get; } = new(new HashSet<int>(), new HashSet<int>(), []);
}
