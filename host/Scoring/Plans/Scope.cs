namespace EmulationPlatform.Scoring.Plans;

/// <summary>Which units owe a target; empty lists leave it open.</summary>
public sealed record Scope(IReadOnlyList<string> Groups, IReadOnlyList<string> Units, IReadOnlyList<string> Except)
{
    public static Scope Everybody { get; } = new([], [], []);

    /// <summary>Peer groups that a decision leaves to be scored at all; empty: all.</summary>
    public IReadOnlyList<string> OnlyGroups { get; init; } = [];

    public bool Holds(string unit, string group) =>
        (OnlyGroups.Count == 0 || OnlyGroups.Contains(group, StringComparer.Ordinal))
        && !Except.Contains(unit, StringComparer.Ordinal)
        && (Units.Count == 0 && Groups.Count == 0 || Units.Contains(unit, StringComparer.Ordinal) || Groups.Contains(group, StringComparer.Ordinal));
}
