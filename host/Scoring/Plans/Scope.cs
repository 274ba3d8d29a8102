namespace EmulationPlatform.Scoring.Plans;

/// <summary>Which units owe a target; empty lists leave it open.</summary>
public sealed record Scope(IReadOnlyList<string> Groups, IReadOnlyList<string> Units, IReadOnlyList<string> Except)
{
    public static Scope Everybody { get; } = new([], [], []);

    public bool Holds(string unit, string group) =>
        !Except.Contains(unit, StringComparer.Ordinal)
        && (Units.Count == 0 && Groups.Count == 0 || Units.Contains(unit, StringComparer.Ordinal) || Groups.Contains(group, StringComparer.Ordinal));
}
