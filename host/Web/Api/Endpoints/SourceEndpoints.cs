using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class SourceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sources", ListAsync)
            .WithTags("sources")
            .WithSummary("Registers of devices that give values.")
            .WithDescription("unassigned: true or false; topic: exact topic; unit: id. Left out, each means any.");
        routes.MapGet("/sources/{source}", GetAsync).WithTags("sources").WithSummary("One source.");
        routes.MapPut("/sources/{source}", PutAsync)
            .WithTags("sources")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Assigns a source to a unit, or corrects what it is; what is left out stays as it is.")
            .WithDescription(
                "{unit: id, or null to take it away, assignedFrom (or from): first moment that counts (left out: everything it ever sent), metric, "
                + "kind: counter or gauge, direction: none, import, export, production or net, measure, factor, registerWidth, "
                + "maxRate: greatest consumption per hour}.");
    }

    private static async Task<Results<Ok<List<SourceJson>>, ValidationProblem>> ListAsync(
        string? unassigned, string? topic, string? unit, HttpRequest request, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(unassigned), nameof(topic), nameof(unit));
        var wanted = new SourceQuery(query.Flag(nameof(unassigned)), query.Text(nameof(topic)), query.Text(nameof(unit)));
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        var sources = await agency.SourcesAsync(wanted, cancellationToken);
        return TypedResults.Ok(sources.Select(source => SourceJson.Of(source, agency.Calendar)).ToList());
    }

    private static async Task<Results<Ok<SourceJson>, ProblemHttpResult>> GetAsync(string source, Agency agency, CancellationToken cancellationToken) =>
        await agency.SourceAsync(source, cancellationToken) is { } view
            ? TypedResults.Ok(SourceJson.Of(view, agency.Calendar))
            : Problems.NotFound("source", source);

    private static async Task<Results<Ok<SourceJson>, ValidationProblem, ProblemHttpResult>> PutAsync(
        string source, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        var units = agency.Units.Select(unit => unit.Id).ToHashSet();
        if (json is not { } body || SourceBody.Parse(body, units, agency.Metrics, agency.Calendar, errors) is not { } change)
        {
            return errors.ToProblem();
        }

        try
        {
            if (await agency.PutSourceAsync(source, change, Principal.NameOf(context), cancellationToken) is not { } view)
            {
                return Problems.NotFound("source", source);
            }

            context.Logger().SourceChanged(Principal.NameOf(context), source);
            return TypedResults.Ok(SourceJson.Of(view, agency.Calendar));
        }
        catch (ArgumentException e) when (SourceRefusal.Field(e) is { } field)
        {
            errors.Add(field, SourceRefusal.Sentence(e));
            return errors.ToProblem();
        }
    }
}
