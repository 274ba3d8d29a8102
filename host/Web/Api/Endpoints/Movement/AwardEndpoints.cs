using EmulationPlatform.Scoring.Awards;
using EmulationPlatform.Web.Api.Shapes.Movement;

namespace EmulationPlatform.Web.Api.Endpoints.Movement;

/// <summary>Whom the plan's quotas let propose, by the board as it stands.</summary>
internal static class AwardEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/awards", Get)
        .WithTags("plan")
        .WithSummary("Rounds of awards with their quotas and the units that may be proposed now, by Floor; ties at the line are left to the Council.");

    private static Ok<List<AwardRoundJson>> Get(Agency agency)
    {
        var board = agency.Board;
        var heads = agency.Units.ToDictionary(unit => unit.Id, unit => unit.Headcount.Count > 0 ? (int?)decimal.ToInt32(decimal.Truncate(unit.Headcount[^1].Value)) : null);
        var candidates = board.Units.Select(row => Candidate.Of(row.Group, row.Card, openCritical: 0)).ToList();
        var units = board.Units.Select(row => new QuotaUnit(row.Unit, row.Group, heads.GetValueOrDefault(row.Unit), row.Card.Band?.Id)).ToList();
        return TypedResults.Ok(board.Plan.AwardRounds.Select(round => AwardRoundJson.Of(board.Plan, round, candidates, units)).ToList());
    }
}
