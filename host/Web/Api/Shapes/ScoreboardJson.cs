namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>The whole board at one moment.</summary>
public sealed record ScoreboardJson(
    PlanJson Plan, DateTimeOffset AsOf, PeriodJson Period, long Sequence, OrganisationJson Organisation, IReadOnlyList<UnitRowJson> Units);
