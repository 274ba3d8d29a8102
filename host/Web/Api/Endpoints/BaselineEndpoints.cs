using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class BaselineEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/units/{unit}/baselines", GetAsync).WithTags("units").WithTable(Tables.BaseYears).WithSummary("What the unit used in its base year, per metric: what counts now.");
        routes.MapPut("/units/{unit}/baselines/{metric}", PutAsync)
            .WithTags("units")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Sets the base year of one metric; from Facilities it is a proposal.")
            .WithDescription(
                "{year, months: [12 numbers, null where missing] or total: number, reference: the document they come from, reason}, in the metric's counter measure. "
                + "A total is shared equally over the months and the figures say so. The answer's state says whether it counts (approved) or waits for the Office (proposed).");
    }

    private static async Task<Results<Ok<List<BaselineJson>>, ProblemHttpResult>> GetAsync(
        string unit, Agency agency, CancellationToken cancellationToken)
    {
        if (agency.Units.All(known => known.Id != unit))
        {
            return Problems.NotFound("unit", unit);
        }

        var records = await agency.BaselinesAsync(unit, cancellationToken);
        return TypedResults.Ok(records.Select(record => BaselineJson.Of(record, agency.Metrics)).ToList());
    }

    private static async Task<Results<Ok<BaselineVersionJson>, ValidationProblem, ProblemHttpResult>> PutAsync(
        string unit, string metric, HttpContext context, Agency agency, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (agency.Units.All(known => known.Id != unit))
        {
            return Problems.NotFound("unit", unit);
        }

        var errors = new FieldErrors();
        if (!agency.Metrics.ContainsKey(metric))
        {
            errors.Add("metric", $"There is no metric '{metric}'; write one of {string.Join(", ", agency.Metrics.Keys.Order(StringComparer.Ordinal))}.");
        }

        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        var thisYear = agency.Calendar.MonthOf(Instant.From(clock.GetUtcNow())).Year;
        if (json is not { } body || BaselineBody.Parse(unit, metric, body, thisYear, errors) is not { } record)
        {
            return errors.ToProblem();
        }

        var (author, reason) = (Principal.NameOf(context), BaselineBody.Reason(body) is { Length: > 0 } said ? said : record.Reference);
        var no = await agency.Facilities.ProposeBaselineAsync(record, reason, author, Policies.MayApprove(context.User), cancellationToken);
        context.Logger().BaselineSet(author, record.Year, metric, unit);
        return TypedResults.Ok((await BaselineVersionEndpoints.FindAsync(agency, no, cancellationToken))!);
    }
}
