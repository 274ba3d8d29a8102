using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>Readings and bills that people enter.</summary>
internal static class HandEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/sources/{source}").WithTags("events").RequireAuthorization(Policies.Metering);
        group.MapPost("/manual-readings", ReadAsync)
            .Accepts<JsonObject>("application/json")
            .WithSummary("Enters what a person read from a counter.")
            .WithDescription("{at, value: as the register shows it, reason, evidence: hash of a photo, if any}.");
        group.MapPost("/bills", BillAsync)
            .Accepts<JsonObject>("application/json")
            .WithSummary("Enters a bill for a time without readings.")
            .WithDescription(
                "{fromDay: first day, toDay: day after the last one, amount: in the metric's measure, reference: number and date of the bill, evidence: hash, if any}. "
                + "It becomes readings at both ends, so that the bill counts exactly and what lies around it keeps the rest.");
    }

    private static async Task<Results<Created<ManualReadingJson>, ValidationProblem, ProblemHttpResult>> ReadAsync(
        string source, HttpContext context, Agency agency, RecordsDesk records, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || ManualReadingBody.Parse(body, agency.Calendar, hash => records.FindEvidence(hash) is not null, errors) is not { } reading)
        {
            return errors.ToProblem();
        }

        var author = Principal.NameOf(context);
        if (await agency.Facilities.ReadAsync(source, reading, author, cancellationToken) is not { } result)
        {
            return Problems.NotFound("source", source);
        }

        if (!result.IsDone)
        {
            return result.ToProblem();
        }

        context.Logger().ReadByHand(author, source);
        return TypedResults.Created(
            $"/api/v1/sources/{Uri.EscapeDataString(source)}/readings",
            new ManualReadingJson(source, agency.Calendar.ToLocal(reading.At), reading.Value, reading.Reason, reading.Evidence, author));
    }

    private static async Task<Results<Created<BillJson>, ValidationProblem, ProblemHttpResult>> BillAsync(
        string source, HttpContext context, Agency agency, RecordsDesk records, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || BillBody.Parse(body, hash => records.FindEvidence(hash) is not null, errors) is not { } bill)
        {
            return errors.ToProblem();
        }

        var author = Principal.NameOf(context);
        if (await agency.Facilities.BillAsync(source, bill, author, cancellationToken) is not { } result)
        {
            return Problems.NotFound("source", source);
        }

        if (!result.IsDone)
        {
            return result.ToProblem();
        }

        context.Logger().BillEntered(author, bill.Reference, source);
        return TypedResults.Created(
            $"/api/v1/sources/{Uri.EscapeDataString(source)}/readings",
            new BillJson(source, bill.FromDay, bill.ToDay, bill.Amount, bill.Reference, bill.Evidence, author));
    }
}
