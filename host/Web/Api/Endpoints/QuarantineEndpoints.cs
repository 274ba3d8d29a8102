using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class QuarantineEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/quarantine", GetAsync).WithTable(Tables.Quarantine)
            .WithTags("quarantine")
            .WithSummary("What could not be used, and why; newest first.")
            .WithDescription("before: only ids below it; limit: 1 to 1000, default 100.");
        routes.MapPost("/quarantine/{id:long}/replay", ReplayAsync)
            .WithTags("quarantine")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Reads the raw bytes again, with the profiles of today.")
            .WithDescription("{reason}, for the audit log; the body may be left out.");
        routes.MapGet("/unmatched", UnmatchedAsync).WithTable(Tables.Unmatched).WithTags("quarantine").WithSummary("Topics that no profile understood; most frequent first.");
    }

    private static async Task<Results<Ok<List<QuarantineJson>>, ValidationProblem>> GetAsync(
        string? before, string? limit, HttpRequest request, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(before), nameof(limit), ExportChoice.Format, ExportChoice.NumberMarks);
        long? below = query.Text(nameof(before)) is null ? null : query.Whole(nameof(before), 1, long.MaxValue, 1);
        var most = (int)query.Whole(nameof(limit), 1, 1_000, 100);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var entries = await agency.QuarantineAsync(below, most, cancellationToken);
        return TypedResults.Ok(entries.Select(entry => QuarantineJson.Of(entry, agency.Calendar)).ToList());
    }

    private static async Task<Results<Ok<ReplayResult>, ValidationProblem, ProblemHttpResult>> ReplayAsync(
        long id, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (await ReasonBody.OptionalAsync(context.Request, errors, cancellationToken) is not { } reason)
        {
            return errors.ToProblem();
        }

        if (await agency.ReplayAsync(id, reason, Principal.NameOf(context), cancellationToken) is not { } result)
        {
            return Problems.NotFound("quarantine entry", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        context.Logger().Replayed(Principal.NameOf(context), id, result.Accepted);
        return TypedResults.Ok(result);
    }

    private static async Task<Ok<List<UnmatchedJson>>> UnmatchedAsync(Agency agency, CancellationToken cancellationToken)
    {
        var topics = await agency.UnmatchedAsync(cancellationToken);
        return TypedResults.Ok(topics.Select(topic => UnmatchedJson.Of(topic, agency.Calendar)).ToList());
    }
}
