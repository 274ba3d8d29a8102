using System.Globalization;
using System.Text.Json.Nodes;
using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Bodies.Movement;
using EmulationPlatform.Web.Api.Shapes.Movement;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints.Movement;

/// <summary>Figures that people declare and the Office verifies.</summary>
internal static class DeclarationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/declarations").WithTags("declarations");
        group.MapGet("", List)
            .WithSummary("Figures that a unit declares by hand, each with its own and its verified value.")
            .WithDescription("unit: id, or organisation for the agency's own; waiting=true: only what waits for the Office, of all units; period: name of a period that has begun (default: the running one).");
        group.MapGet("/{no:long}", Find).WithSummary("One entry.");
        group.MapPost("/{unit}/{figure}", SayAsync)
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Declaring)
            .WithSummary("Declares a figure, verifies it, sends it back or takes it back; the score follows before the answer comes.")
            .WithDescription(
                "{kind: declared (default), verified, returned or withdrawn; value; whole: N of n/N or the base year's amount; baseYear; evidenceOn: day of the evidence; "
                + "cameAt: when a report came; comment; evidence: list of hashes; period: name of a period that has begun (default: the running one)}. A unit head declares for the own unit and rates others; verified and returned need Office, Council or Admin.");
    }

    private static Results<Ok<List<DeclarationJson>>, ValidationProblem, ProblemHttpResult> List(string? unit, string? waiting, string? period, HttpRequest request, Agency agency)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(unit), nameof(waiting), nameof(period));
        if (PeriodField.Find(query.Text(nameof(period)), agency, errors) is not { } found || errors.Any)
        {
            return errors.ToProblem();
        }

        if (query.Text(nameof(waiting)) == "true")
        {
            return TypedResults.Ok(agency.Movement.Waiting(found).Select(line => DeclarationJson.Of(line.Unit, line.Declaration, agency.Calendar)).ToList());
        }

        if (query.Text(nameof(unit)) is not { } id)
        {
            errors.Add(nameof(unit), "Write the id of a unit, or organisation.");
            return errors.ToProblem();
        }

        return agency.Movement.Declarations(IdOf(id), found) is { } views
            ? TypedResults.Ok(views.Select(view => DeclarationJson.Of(id, view, agency.Calendar)).ToList())
            : Problems.NotFound("unit", id);
    }

    private static Results<Ok<SaidJson>, ProblemHttpResult> Find(long no, Agency agency) => agency.Movement.Said(no) is { } said
        ? TypedResults.Ok(SaidJson.Of(said, agency.Calendar))
        : Problems.NotFound("declaration", no.ToString(CultureInfo.InvariantCulture));

    private static async Task<Results<Created<DeclarationJson>, ValidationProblem, ProblemHttpResult>> SayAsync(
        string unit, string figure, HttpContext context, Agency agency, RecordsDesk records, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var author = Principal.NameOf(context);
        var draft = new StoredDeclaration
        {
            Unit = IdOf(unit), Figure = figure, Period = "", Kind = "", Author = author, At = default,
        };
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || DeclarationBody.Parse(body, draft, agency.Calendar, hash => records.FindEvidence(hash) is not null, errors) is not { } said
            || PeriodField.Find(said.Period.Length > 0 ? said.Period : null, agency, errors) is not { } period)
        {
            return errors.ToProblem();
        }

        var isRating = agency.Plan.Figures.Any(known => known.Id == figure && known.Form == FigureForm.Rating);
        if (DeclaringRules.Refusal(context.User, said, isRating) is { } refusal)
        {
            return Problems.WrongRole(author, refusal);
        }

        if (await agency.Movement.SayAsync(said with { Period = period.Name }, Principal.UnitOf(context.User), cancellationToken) is not { } result)
        {
            return Problems.NotFound("unit that declares such a figure", $"{unit}/{figure}");
        }

        if (!result.IsDone)
        {
            return result.ToProblem();
        }

        context.Logger().FigureSaid(author, said.Kind, figure, unit);
        var view = agency.Movement.Declarations(said.Unit, period)!.First(known => known.Figure.Id == figure);
        return TypedResults.Created($"/api/v1/declarations/{result.No}", DeclarationJson.Of(unit, view, agency.Calendar));
    }

    private static string IdOf(string unit) => unit == ExplainedTarget.Organisation ? "" : unit;
}
