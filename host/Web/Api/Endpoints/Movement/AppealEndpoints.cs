using System.Globalization;
using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Bodies.Movement;
using EmulationPlatform.Web.Api.Shapes.Movement;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints.Movement;

/// <summary>Appeals against one target's points, and their answers.</summary>
internal static class AppealEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/appeals", (Agency agency) => TypedResults.Ok(agency.Movement.Appeals.Select(appeal => Shape(agency, appeal)).ToList()))
            .WithTags("appeals")
            .WithSummary("All appeals, oldest first, with the last day for the answer.");
        routes.MapPost("/units/{unit}/targets/{target}/appeals", AppealAsync)
            .WithTags("appeals")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Declaring)
            .WithSummary("Appeals against a target's points; it is marked as disputed until somebody answers.")
            .WithDescription("{reason, evidence: list of hashes, period: name of a period that has begun (default: the running one)}.");
        routes.MapPost("/appeals/{no:long}/answer", AnswerAsync)
            .WithTags("appeals")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Verifying)
            .WithSummary("Answers an appeal. What changes the points is a verified figure; the answer says why.")
            .WithDescription("{accepted: true or false, reason}.");
    }

    private static async Task<Results<Created<AppealJson>, ValidationProblem, ProblemHttpResult>> AppealAsync(
        string unit, string target, HttpContext context, Agency agency, RecordsDesk records, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var author = Principal.NameOf(context);
        if (!DeclaringRules.MayAppeal(context.User, unit))
        {
            return Problems.WrongRole(author, "A unit head appeals for the own unit.");
        }

        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || AppealBody.Parse(body, hash => records.FindEvidence(hash) is not null, errors) is not { } appeal
            || PeriodField.Find(appeal.Period, agency, errors) is not { } period)
        {
            return errors.ToProblem();
        }

        var made = new StoredAppeal { Unit = unit, Target = target, Period = period.Name, Reason = appeal.Reason, Evidence = appeal.Evidence, Author = author, At = default };
        if (await agency.Movement.AppealAsync(made, period, cancellationToken) is not { } result)
        {
            return Problems.NotFound("unit with such a target", $"{unit}/{target}");
        }

        if (!result.IsDone)
        {
            return result.ToProblem();
        }

        context.Logger().AppealMade(author, unit, target);
        return TypedResults.Created("/api/v1/appeals", Shape(agency, agency.Movement.Appeals.First(known => known.No == result.No)));
    }

    private static async Task<Results<Ok<AppealJson>, ValidationProblem, ProblemHttpResult>> AnswerAsync(
        long no, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || AnswerBody.Parse(body, errors) is not { } answer)
        {
            return errors.ToProblem();
        }

        var author = Principal.NameOf(context);
        if (await agency.Movement.AnswerAsync(no, answer.Accepted, answer.Reason, author, cancellationToken) is not { } result)
        {
            return Problems.NotFound("appeal", no.ToString(CultureInfo.InvariantCulture));
        }

        if (!result.IsDone)
        {
            return result.ToProblem();
        }

        context.Logger().AppealAnswered(author, no, answer.Accepted);
        return TypedResults.Ok(Shape(agency, agency.Movement.Appeals.First(known => known.No == no)));
    }

    private static AppealJson Shape(Agency agency, StoredAppeal appeal) => AppealJson.Of(appeal, agency.Movement.AnswerBy(appeal), agency.Calendar);
}
