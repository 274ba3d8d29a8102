using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class ConsumptionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/sources/{source}/consumption", GetAsync)
        .WithTags("sources")
        .WithTable(Tables.Consumption)
        .WithSummary("What a source counted, in hours, days, months, years or as one total.")
        .WithDescription(
            "from (included, default: start of this year), to (excluded, default: now), both widened to whole hours; "
            + "per: hour, day (default), month, year or total.");

    private static async Task<Results<Ok<ConsumptionJson>, ValidationProblem, ProblemHttpResult>> GetAsync(
        string source, string? from, string? to, string? per, HttpRequest request, Agency agency, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = Instant.From(clock.GetUtcNow());
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(from), nameof(to), nameof(per), ExportChoice.Format, ExportChoice.NumberMarks);
        var (start, end) = query.Range(agency.Calendar.YearOf(now).Start, now);
        var granularity = query.Per(nameof(per), Granularity.Day);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        (start, end) = (WholeHours.Down(start), WholeHours.Up(end));
        return await agency.ConsumptionAsync(source, start, end, granularity, cancellationToken) is { } view
            ? TypedResults.Ok(ConsumptionJson.Of(view, start, end, agency.Calendar))
            : Problems.NotFound("source", source);
    }
}
