using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class UnitEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/units", Get).WithTags("units").WithTable(Tables.Units).WithSummary("All units.");
        routes.MapPut("/units/{unit}", PutAsync)
            .WithTags("units")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Registry)
            .WithSummary("Adds or changes a unit; what is left out stays as it is.")
            .WithDescription(
                "{name: text or {vi, en}, group: id, headcount: number or [{from: date, value}], area: the same in square metres}. "
                + "A bare number holds from 1 January of this year.");
    }

    private static Ok<List<UnitJson>> Get(Agency agency) => TypedResults.Ok(agency.Units.Select(UnitJson.Of).ToList());

    private static async Task<Results<Ok<UnitJson>, ValidationProblem>> PutAsync(
        string unit, HttpContext context, Agency agency, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        var present = agency.Units.FirstOrDefault(known => known.Id == unit);
        var thisYear = agency.Calendar.MonthOf(Instant.From(clock.GetUtcNow())).Year;
        if (json is not { } body || UnitBody.Parse(unit, body, present, thisYear, errors) is not { } record)
        {
            return errors.ToProblem();
        }

        await agency.PutUnitAsync(record, Principal.NameOf(context), cancellationToken);
        context.Logger().UnitSet(Principal.NameOf(context), unit);
        return TypedResults.Ok(UnitJson.Of(record));
    }
}
