using EmulationPlatform.Scoring.Scorecards;

namespace EmulationPlatform.Units.Views;

/// <param name="Version">Of the plan by which the card is.</param>
public sealed record EarlierOrganisation(int Version, OrganisationCard Card);
