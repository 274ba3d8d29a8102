namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>First event of a live connection: the board without its rows, which follow one by one.</summary>
/// <param name="Units">Ids of all units on the board, so that a page can drop those that are gone.</param>
public sealed record BoardEventJson(
    PlanJson Plan, DateTimeOffset AsOf, DateTimeOffset Now, PeriodJson Period, long Sequence, OrganisationJson Organisation, IReadOnlyList<string> Units);
