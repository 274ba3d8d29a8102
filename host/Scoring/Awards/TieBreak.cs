using EmulationPlatform.Scoring.Scorecards;

namespace EmulationPlatform.Scoring.Awards;

/// <summary>
/// What decides between candidates, in the order of scoring §6 and as printed: differences that nobody can see on the sheet
/// decide nothing.
/// </summary>
/// <param name="Floor">One decimal.</param>
/// <param name="CoveragePercent">One decimal.</param>
/// <param name="VerifiedPercent">One decimal.</param>
/// <param name="OpenCritical">Fewer are better.</param>
public sealed record TieBreak(decimal Floor, decimal CoveragePercent, decimal VerifiedPercent, int OpenCritical) : IComparable<TieBreak>
{
    public static TieBreak Of(Candidate candidate) => new(
        Display.Round1(candidate.Floor ?? 0m), Display.Round1(100m * (candidate.Coverage ?? 0m)),
        Display.Round1(100m * candidate.VerifiedShare), candidate.OpenCritical);

    /// <summary>The better one is the lesser, so that it comes first.</summary>
    public int CompareTo(TieBreak? other) => other is null
        ? -1
        : (other.Floor, other.CoveragePercent, other.VerifiedPercent, OpenCritical).CompareTo((Floor, CoveragePercent, VerifiedPercent, other.OpenCritical));

    public static bool operator <(TieBreak left, TieBreak right) => left.CompareTo(right) < 0;

    public static bool operator >(TieBreak left, TieBreak right) => left.CompareTo(right) > 0;

    public static bool operator <=(TieBreak left, TieBreak right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TieBreak left, TieBreak right) => left.CompareTo(right) >= 0;
}
