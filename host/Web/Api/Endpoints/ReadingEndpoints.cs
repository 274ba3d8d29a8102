using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class ReadingEndpoints
{
    private const int MostReadings = 10_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sources/{source}/readings", GetAsync)
            .WithTags("sources")
            .WithTable(Tables.Readings)
            .WithSummary("Raw readings in order of time.")
            .WithDescription("from (included, default: the first), to (excluded, default: the last); limit: 1 to 10000, default 1000.");
        routes.MapPost("/readings", PostAsync)
            .WithTags("readings")
            .Accepts<JsonArray>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Stores readings; the answer comes after the commit.")
            .WithDescription(
                "[{source, at: ISO 8601 with offset, value: number}]. What cannot be used is kept in quarantine and told with its index and reason; "
                + "the rest is stored. 503: nothing was stored, send it again after Retry-After.");
    }

    private static async Task<Results<Ok<List<ReadingJson>>, ValidationProblem, ProblemHttpResult>> GetAsync(
        string source, string? from, string? to, string? limit, HttpRequest request, Agency agency, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(from), nameof(to), nameof(limit), ExportChoice.Format, ExportChoice.NumberMarks);

        // Clocks of devices may be a little ahead; a day is more than the host accepts.
        var (start, end) = query.Range(new Instant(0), Instant.From(clock.GetUtcNow().AddDays(1)));
        var most = (int)query.Whole(nameof(limit), 1, MostReadings, 1_000);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return await agency.ReadingsAsync(source, start, end, most, cancellationToken) is { } readings
            ? TypedResults.Ok(readings.Select(reading => ReadingJson.Of(reading, agency.Calendar)).ToList())
            : Problems.NotFound("source", source);
    }

    private static async Task<Results<Ok<PostResult>, ValidationProblem>> PostAsync(
        HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var body = await JsonBody.BytesAsync(context.Request, cancellationToken);
        if (ReadingsBody.Parse(body, errors) is not { } readings)
        {
            return errors.ToProblem();
        }

        return TypedResults.Ok(await agency.PostReadingsAsync(readings, $"api:{Principal.NameOf(context)}", cancellationToken));
    }
}
