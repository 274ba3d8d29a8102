using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>One target of the agency's sheet.</summary>
/// <param name="Met">Units with full attainment.</param>
/// <param name="Known">Units whose attainment is known.</param>
/// <param name="Due">Units that should meet it.</param>
/// <param name="Score">By the target's own view of the agency: share of units, sum of their figures, or its own figure.</param>
public sealed record OrganisationTarget(Target Target, int Met, int Known, int Due, TargetScore Score)
{
    /// <summary>It is judged by how many units meet it, not by a figure.</summary>
    public bool IsShareOfUnits => Target is { Organisation: OrganisationView.ShareOfUnits, Rule: not null };

    public decimal? Attainment => Score.Attainment;

    public decimal? Points => Score.Points;

    public decimal Coverage => Score.Coverage;

    public decimal FloorAttainment => Score.FloorAttainment;

    public decimal CeilingAttainment => Score.CeilingAttainment;
}
