using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>The whole agency's result; figures as in <see cref="Scorecard"/>.</summary>
public sealed record OrganisationCard(
    decimal? Score, decimal? Coverage, decimal? Floor, decimal? Ceiling, Band? Band, IReadOnlyList<OrganisationTarget> Targets);
