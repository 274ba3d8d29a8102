using System.Text.Json;
using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

internal static class SourceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sources", ListAsync)
            .WithTags("sources")
            .WithTable(Tables.Sources)
            .WithSummary("Registers of devices that give values.")
            .WithDescription("unassigned: true (waits for a unit) or false; topic: exact topic; unit: id. Left out, each means any.");
        routes.MapGet("/sources/{source}", GetAsync).WithTags("sources").WithSummary("One source.");
        routes.MapPut("/sources/{source}", PutAsync)
            .WithTags("sources")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Assigns a source to a unit, or corrects what it is; what is left out stays as it is.")
            .WithDescription(
                "{unit: id, or null to take it away, assignedFrom (or from): first moment that counts (left out: everything it ever sent), metric, "
                + "kind: counter or gauge, direction: none, import, export, production or net, measure, factor, registerWidth, "
                + "maxRate: greatest consumption per hour (for both, null: not known after all), label, place, parent: id of the main meter or null, counted: auto, yes or no (no on what has no unit: it is left so, and waits for none), "
                + "sharing instead of unit: {key: fixed, headcount or area, units: [{unit, weight: for fixed}], reason}, reason: needed once the source has counted for a unit and something changes that alters what it counted}. "
                + "On a virtual source, in a call of its own: {terms: [{source, coefficient}], reason}.");
        routes.MapPost("/sources/virtual", AddVirtualAsync)
            .WithTags("sources")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Makes a source that adds up the consumption of others.")
            .WithDescription("{id: virtual- is put before it, metric, label, terms: [{source, coefficient: 1 when left out, below 0 takes off}], reason}. It is assigned like any other.");
    }

    private static async Task<Results<Ok<List<SourceJson>>, ValidationProblem>> ListAsync(
        string? unassigned, string? topic, string? unit, HttpRequest request, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(unassigned), nameof(topic), nameof(unit), ExportChoice.Format, ExportChoice.NumberMarks);
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
        if (json is not { } body)
        {
            return errors.ToProblem();
        }

        if (await agency.SourceAsync(source, cancellationToken) is not { } present)
        {
            return Problems.NotFound("source", source);
        }

        var problem = SourceTermsBody.IsMeant(body)
            ? await SetTermsAsync(present, body, context, agency, cancellationToken)
            : await SetAsync(present, body, context, agency, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        context.Logger().SourceChanged(Principal.NameOf(context), source);
        return TypedResults.Ok(SourceJson.Of((await agency.SourceAsync(source, cancellationToken))!, agency.Calendar));
    }

    private static async Task<ValidationProblem?> SetAsync(SourceView present, JsonElement body, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var units = agency.Units.Select(unit => unit.Id).ToHashSet();
        if (SourceBody.Parse(body, present, units, agency.Metrics, agency.Calendar, errors) is not { } change)
        {
            return errors.ToProblem();
        }

        try
        {
            await agency.PutSourceAsync(present.Id, change, Principal.NameOf(context), cancellationToken);
            return null;
        }
        catch (ArgumentException e) when (SourceRefusal.Field(e) is { } field)
        {
            errors.Add(field, SourceRefusal.Sentence(e));
            return errors.ToProblem();
        }
    }

    private static async Task<ValidationProblem?> SetTermsAsync(
        SourceView present, JsonElement body, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (SourceTermsBody.Parse(body, errors) is not { } wanted)
        {
            return errors.ToProblem();
        }

        var result = await agency.Facilities.SetTermsAsync(present.Id, wanted.Terms, wanted.Reason, Principal.NameOf(context), cancellationToken);
        return result is { IsDone: false } ? result.ToProblem() : null;
    }

    private static async Task<Results<Created<SourceJson>, ValidationProblem>> AddVirtualAsync(HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || VirtualSourceBody.Parse(body, agency.Metrics, errors) is not { } wanted)
        {
            return errors.ToProblem();
        }

        var result = await agency.Facilities.AddVirtualAsync(wanted, Principal.NameOf(context), cancellationToken);
        if (!result.IsDone)
        {
            return result.ToProblem();
        }

        context.Logger().SourceChanged(Principal.NameOf(context), wanted.Id);
        var view = await agency.SourceAsync(wanted.Id, cancellationToken);
        return TypedResults.Created($"/api/v1/sources/{wanted.Id}", SourceJson.Of(view!, agency.Calendar));
    }
}
