using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>How many units meet a target: the plans demand "100 % of the rooms".</summary>
/// <param name="Met">Units with full attainment.</param>
/// <param name="Known">Units whose attainment is known.</param>
/// <param name="Due">Units that should meet it.</param>
public sealed record OrganisationTarget(
    Target Target, int Met, int Known, int Due, decimal? Attainment, decimal? Points, decimal Coverage, decimal FloorAttainment, decimal CeilingAttainment);
