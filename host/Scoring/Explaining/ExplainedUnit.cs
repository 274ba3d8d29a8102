using EmulationPlatform.Scoring.Scorecards;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>A unit behind the agency's points.</summary>
/// <param name="IsDue">It owes the target by now, so that it counts.</param>
public sealed record ExplainedUnit(string Unit, TargetScore Score, bool IsDue)
{
    /// <summary>It meets the target in full.</summary>
    public bool Meets => IsDue && Score.Attainment >= 1m;
}
