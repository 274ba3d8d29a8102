using System.Globalization;
using EmulationPlatform.Scoring.Explaining;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Bodies.Movement;
using EmulationPlatform.Web.Api.Shapes.Movement;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints.Movement;

/// <summary>Why a score is what it is, and what would change it.</summary>
internal static class ExplanationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/units/{unit}").WithTags("explanations");
        group.MapGet("/targets/{target}/explanation", ExplainAsync)
            .WithSummary("The derivation of a target's points: formula in words, numbers put in, inputs with state, age and address.")
            .WithDescription("unit: id, or organisation for the agency's own points. asOf: a past moment; the answer then holds what is known now about it and, as knownThen, what was known at that moment. period: name of a reporting year that has begun, as it stands now; not together with asOf.");
        group.MapGet("/what-if", WhatIf)
            .WithSummary("The unit's figures with another value of one figure.")
            .WithDescription("figure: id of an indicator or declared figure; value: in its measure, a share as 0 to 1.");
        group.MapGet("/next-steps", NextStepsOf).WithSummary("What the unit can do for points, the cheapest first.");
    }

    private static async Task<Results<Ok<ExplanationJson>, ValidationProblem, ProblemHttpResult>> ExplainAsync(
        string unit, string target, string? asOf, string? period, HttpRequest request, Agency agency, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (BoardChoice.Read(new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(asOf), nameof(period)), agency, clock, errors) is not { } choice)
        {
            return errors.ToProblem();
        }

        var board = await choice.BoardAsync(agency, knownThen: false, cancellationToken);
        if (Find(board, unit, target, agency, decidedUntil: null) is not { } found)
        {
            return Problems.NotFound("unit with such a target", $"{unit}/{target}");
        }

        var then = choice.Moment is { } known ? Find(await choice.BoardAsync(agency, knownThen: true, cancellationToken), unit, target, agency, decidedUntil: known) : null;
        return TypedResults.Ok(found with { KnownThen = then });
    }

    private static Results<Ok<WhatIfJson>, ValidationProblem, ProblemHttpResult> WhatIf(string unit, string? figure, string? value, HttpRequest request, Agency agency)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(figure), nameof(value));
        var supposed = query.Decimal(nameof(value));
        var board = agency.Board;
        if (query.Text(nameof(figure)) is not { } id || board.Plan.Targets.All(known => !(known.Rule?.Indicators.Contains(id, StringComparer.Ordinal) ?? false)))
        {
            errors.Add(nameof(figure), "Write the id of a figure that a target of the plan looks at.");
            return errors.ToProblem();
        }

        var range = agency.Movement.RangeOf(id);
        if (supposed is { } given && !range.Holds(given))
        {
            errors.Add(nameof(value), range.IsShare
                ? "A share is written as 0 to 1; for 90 % write 0.9."
                : string.Create(CultureInfo.InvariantCulture, $"This figure lies between {range.Least} and {range.Most}."));
        }

        if (supposed is not { } number || errors.Any)
        {
            return errors.ToProblem();
        }

        return board.Units.FirstOrDefault(row => row.Unit == unit) is { } row
            ? TypedResults.Ok(WhatIfJson.Of(id, number, row.Card, agency.Movement.WhatIfOf(board, row.Card, id, number)))
            : Problems.NotFound("unit", unit);
    }

    private static Results<Ok<List<NextStepJson>>, ProblemHttpResult> NextStepsOf(string unit, Agency agency) =>
        agency.Board.Units.FirstOrDefault(row => row.Unit == unit) is { } row
            ? TypedResults.Ok(NextSteps.Of(row.Card).Select(step => NextStepJson.Of(step, agency.Movement.DoerOf(step))).ToList())
            : Problems.NotFound("unit", unit);

    private static ExplanationJson? Find(ScoreboardView board, string unit, string target, Agency agency, Instant? decidedUntil) =>
        ExplainedTarget.Find(board, unit, target, agency) is { } found ? ExplanationJson.Of(unit, found.Explanation, board, agency, decidedUntil) : null;
}
