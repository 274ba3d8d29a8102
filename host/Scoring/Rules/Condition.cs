using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Whom and when a part of a rule is for; everything left open fits.</summary>
/// <param name="Groups">Peer groups; empty: all.</param>
/// <param name="Level">Null: both.</param>
public sealed record Condition(IReadOnlyList<string> Groups, int? FromYear, int? ToYear, TargetLevel? Level)
{
    internal bool IsSame(Condition? other) =>
        other is not null && Groups.ToHashSet(StringComparer.Ordinal).SetEquals(other.Groups)
        && (FromYear, ToYear, Level) == (other.FromYear, other.ToYear, other.Level);

    public bool Fits(string group, int year, TargetLevel level) =>
        (Groups.Count == 0 || Groups.Contains(group, StringComparer.Ordinal))
        && !(year < FromYear) && !(year > ToYear)
        && (Level is null || Level == level);
}
