using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>What waits for a person, and what watches have noticed.</summary>
internal static class WorklistEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/worklist", WorklistAsync)
            .WithTags("facilities")
            .WithTable(Tables.Worklist)
            .WithSummary("Conflicts, suspects, resets to confirm and gaps: what needs a decision first, then the newest.")
            .WithDescription("source: only what is about it. The table also has the alerts that nobody has seen to. Settle an entry with an event whose at is the entry's end.");
        routes.MapGet("/alerts", AlertsAsync)
            .WithTags("facilities")
            .WithTable(Tables.Alerts)
            .WithSummary("What watches say now: what nobody has seen to first.");
        routes.MapPost("/alerts/acknowledge", AcknowledgeAsync)
            .WithTags("facilities")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Says that somebody has seen to an alert; it is not raised again while it lasts.")
            .WithDescription("{source, kind, reason}.");
    }

    private static async Task<Results<Ok<WorklistJson>, ValidationProblem, ProblemHttpResult>> WorklistAsync(
        string? source, HttpRequest request, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var wanted = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(source), ExportChoice.Format, ExportChoice.NumberMarks).Text(nameof(source));
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        if (wanted is not null && await agency.SourceAsync(wanted, cancellationToken) is null)
        {
            return Problems.NotFound("source", wanted);
        }

        var found = await agency.Facilities.WorklistAsync(wanted, cancellationToken);
        var alerts = (await agency.Facilities.AlertsAsync(cancellationToken)).Where(alert => alert.AcknowledgedBy is null && (wanted is null || alert.Source == wanted));
        return TypedResults.Ok(new WorklistJson(
            found.Select(one => FindingJson.Of(one, agency.Calendar)), [.. alerts.Select(alert => AlertJson.Of(alert, agency.Calendar))]));
    }

    private static async Task<Ok<List<AlertJson>>> AlertsAsync(Agency agency, CancellationToken cancellationToken)
    {
        var alerts = await agency.Facilities.AlertsAsync(cancellationToken);
        return TypedResults.Ok(alerts.Select(alert => AlertJson.Of(alert, agency.Calendar)).ToList());
    }

    private static async Task<Results<Ok<AlertJson>, ValidationProblem, ProblemHttpResult>> AcknowledgeAsync(
        HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || AlertSeenBody.Parse(body, errors) is not { } seen)
        {
            return errors.ToProblem();
        }

        var author = Principal.NameOf(context);
        if (!await agency.Facilities.AcknowledgeAsync(seen.Source, seen.Kind, seen.Reason, author, cancellationToken))
        {
            return Problems.NotFound($"alert {System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(seen.Kind.ToString())} about source", seen.Source);
        }

        context.Logger().AlertAcknowledged(author, seen.Kind, seen.Source);
        var alerts = await agency.Facilities.AlertsAsync(cancellationToken);
        return alerts.FirstOrDefault(alert => alert.Source == seen.Source && alert.Kind == seen.Kind) is { } alert
            ? TypedResults.Ok(AlertJson.Of(alert, agency.Calendar))
            : Problems.NotFound("alert any more about source", seen.Source);
    }
}
