using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class BaselineEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/units/{unit}/baselines", GetAsync).WithTags("units").WithSummary("What the unit used in its base year, per metric.");
        routes.MapPut("/units/{unit}/baselines/{metric}", PutAsync)
            .WithTags("units")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Registry)
            .WithSummary("Sets the base year of one metric.")
            .WithDescription(
                "{year, months: [12 numbers, null where missing] or total: number, reference: the document they come from}, in the metric's counter measure. "
                + "A total is shared equally over the months and the figures say so.");
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

    private static async Task<Results<Ok<BaselineJson>, ValidationProblem, ProblemHttpResult>> PutAsync(
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

        await agency.Facilities.ProposeBaselineAsync(record, record.Reference, Principal.NameOf(context), approve: true, cancellationToken);
        context.Logger().BaselineSet(Principal.NameOf(context), record.Year, metric, unit);
        return TypedResults.Ok(BaselineJson.Of(record, agency.Metrics));
    }
}
