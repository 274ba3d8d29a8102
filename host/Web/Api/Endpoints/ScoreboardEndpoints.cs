using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Bodies.Movement;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class ScoreboardEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/scoreboard", GetAsync)
        .WithTags("scoreboard")
        .WithTable(Tables.Scores)
        .WithSummary("The whole board; score, floor and ceiling are 0 to 100, coverage and attainment 0 to 1.")
        .WithDescription(
            "asOf: a past moment (ISO 8601 with offset, or a date: its midnight); left out: the newest committed board. known: now (default: from what is known now about "
            + "that moment) or then (from what was known at that moment). period: name of a reporting year that has begun, as it stands now; not together with asOf. unit: only its row. The table has one row per unit and target.");

    private static async Task<Results<Ok<ScoreboardJson>, ValidationProblem, ProblemHttpResult>> GetAsync(
        string? asOf, string? known, string? period, string? unit, HttpRequest request, Agency agency, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(asOf), nameof(known), nameof(period), nameof(unit), ExportChoice.Format, ExportChoice.NumberMarks);
        if (query.Text(nameof(known)) is { } word and not ("now" or "then"))
        {
            errors.Add(nameof(known), $"'{word}' is not known here; write now or then.");
        }

        if (BoardChoice.Read(query, agency, clock, errors) is not { } choice)
        {
            return errors.ToProblem();
        }

        var board = await choice.BoardAsync(agency, known == "then", cancellationToken);
        var json = board.ToJson(agency.Calendar);
        if (query.Text(nameof(unit)) is not { } only)
        {
            return TypedResults.Ok(json);
        }

        return json.Units.Where(row => row.Unit == only).ToList() is { Count: > 0 } rows ? TypedResults.Ok(json with { Units = rows }) : Problems.NotFound("unit", only);
    }
}
