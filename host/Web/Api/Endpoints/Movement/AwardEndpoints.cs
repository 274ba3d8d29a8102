using EmulationPlatform.Scoring.Awards;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Bodies.Movement;
using EmulationPlatform.Web.Api.Shapes.Movement;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints.Movement;

/// <summary>Whom the plan's quotas let propose, by the board as it stands.</summary>
internal static class AwardEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/awards", GetAsync)
        .WithTags("plan")
        .WithSummary("Rounds of awards with their quotas and the units that may be proposed now, by Floor; ties at the line are left to the Council.")
        .WithDescription("period: name of a reporting year that has begun; left out: the running one.");

    private static async Task<Results<Ok<List<AwardRoundJson>>, ValidationProblem>> GetAsync(string? period, HttpRequest request, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var named = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(period)).Text(nameof(period));
        if (PeriodField.Find(named, agency, errors) is not { } found || errors.Any)
        {
            return errors.ToProblem();
        }

        var board = await agency.Movement.OfficialBoardAsync(found, cancellationToken);
        var heads = agency.Units.ToDictionary(unit => unit.Id, unit => unit.Headcount.Count > 0 ? (int?)decimal.ToInt32(decimal.Truncate(unit.Headcount[^1].Value)) : null);
        var candidates = board.Units.Select(row => Candidate.Of(row.Group, row.Card, openCritical: 0)).ToList();
        var units = board.Units.Select(row => new QuotaUnit(row.Unit, row.Group, heads.GetValueOrDefault(row.Unit), row.Card.Band?.Id)).ToList();
        return TypedResults.Ok(board.Plan.AwardRounds.Select(round => AwardRoundJson.Of(board.Plan, round, candidates, units)).ToList());
    }
}
