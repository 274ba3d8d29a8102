using System.Globalization;
using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>What people say about a source's life, and take back.</summary>
internal static class EventEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/sources/{source}/events").WithTags("events");
        group.MapGet("", GetAsync).WithTable(Tables.Events).WithSummary("Everything that was said about a source, newest first, also what was taken back.");
        group.MapPost("", PostAsync)
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Says something about a source's life; the figures follow before the answer comes.")
            .WithDescription(
                "{kind, at, reason, evidence: hash, if any} and, by kind: replacement {oldFinal, newInitial, factor: of the new meter, when it is another}; "
                + "factor {factor: holds from at on}; resetConfirmed {newInitial: when it did not start from 0}; dismissed {} and accepted {}: about the interval that ends "
                + "at the reading of that moment; corrected {value: what the reading at that moment truly was}; ignored {until} and outage {until}. "
                + "Values are in the register's measure. Nothing is overwritten; undo takes it back.");
        group.MapPost("/{no:long}/undo", UndoAsync)
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Takes an event back; it stays to be seen.")
            .WithDescription("{reason}.");
    }

    private static async Task<Results<Ok<List<EventJson>>, ProblemHttpResult>> GetAsync(string source, Agency agency, CancellationToken cancellationToken) =>
        await agency.Facilities.EventsAsync(source, cancellationToken) is { } events
            ? TypedResults.Ok(events.Select(said => EventJson.Of(said, agency.Calendar)).ToList())
            : Problems.NotFound("source", source);

    private static async Task<Results<Created<EventJson>, ValidationProblem, ProblemHttpResult>> PostAsync(
        string source, HttpContext context, Agency agency, RecordsDesk records, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || EventBody.Parse(body, agency.Calendar, hash => records.FindEvidence(hash) is not null, errors) is not { } said)
        {
            return errors.ToProblem();
        }

        if (await agency.Facilities.EnterAsync(source, said, Principal.NameOf(context), cancellationToken) is not { } result)
        {
            return Problems.NotFound("source", source);
        }

        if (!result.IsDone)
        {
            return result.ToProblem();
        }

        context.Logger().EventEntered(Principal.NameOf(context), said.Kind, result.No, source);
        var entered = await FindAsync(agency, source, result.No, cancellationToken);
        return TypedResults.Created($"/api/v1/sources/{Uri.EscapeDataString(source)}/events", entered!);
    }

    private static async Task<Results<Ok<EventJson>, ValidationProblem, ProblemHttpResult>> UndoAsync(
        string source, long no, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || ReasonBody.Parse(body, "why it is taken back", errors) is not { } reason)
        {
            return errors.ToProblem();
        }

        if (await FindAsync(agency, source, no, cancellationToken) is null
            || await agency.Facilities.UndoAsync(no, reason, Principal.NameOf(context), cancellationToken) is not { } result)
        {
            return Problems.NotFound("event of this source", no.ToString(CultureInfo.InvariantCulture));
        }

        if (!result.IsDone)
        {
            return result.ToProblem();
        }

        context.Logger().EventUndone(Principal.NameOf(context), no, source);
        return TypedResults.Ok((await FindAsync(agency, source, no, cancellationToken))!);
    }

    private static async Task<EventJson?> FindAsync(Agency agency, string source, long no, CancellationToken cancellationToken) =>
        (await agency.Facilities.EventsAsync(source, cancellationToken))?.FirstOrDefault(said => said.No == no) is { } found ? EventJson.Of(found, agency.Calendar) : null;
}
