using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>Meters as their owners see them, and what a profile makes of a message.</summary>
internal static class MeterEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/meters", ListAsync)
            .WithTags("facilities")
            .WithTable(Tables.Meters)
            .WithSummary("Meters with state, last day and what is open about them; the worst first.")
            .WithDescription("unassigned: true (waits for a unit) or false; topic: exact topic; unit: id. Left out, each means any.");
        routes.MapPost("/profiles/try", TryAsync)
            .WithTags("facilities")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("What a connector makes of a message, without storing anything.")
            .WithDescription("{connector: mqtt when left out, topic, payload: the message as text, or as JSON}.");
    }

    private static async Task<Results<Ok<List<MeterJson>>, ValidationProblem>> ListAsync(
        string? unassigned, string? topic, string? unit, HttpRequest request, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors)
            .Only(nameof(unassigned), nameof(topic), nameof(unit), ExportChoice.Format, ExportChoice.NumberMarks);
        var wanted = new SourceQuery(query.Flag(nameof(unassigned)), query.Text(nameof(topic)), query.Text(nameof(unit)));
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var meters = await agency.Facilities.MetersAsync(wanted, cancellationToken);
        return TypedResults.Ok(meters.Select(meter => MeterJson.Of(meter, agency.Calendar)).ToList());
    }

    private static async Task<Results<Ok<ProfileTrialJson>, ValidationProblem, ProblemHttpResult>> TryAsync(
        HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || ProfileTrialBody.Parse(body, errors) is not { } trial)
        {
            return errors.ToProblem();
        }

        return await agency.Facilities.TryAsync(trial.Connector, trial.Topic, trial.Payload, cancellationToken) is { } result
            ? TypedResults.Ok(ProfileTrialJson.Of(result, agency.Calendar))
            : Problems.NotFound("running connector", trial.Connector);
    }
}
