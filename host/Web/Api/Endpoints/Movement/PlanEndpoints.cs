using System.Text.Json.Nodes;
using EmulationPlatform.Scoring.Calendar;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Bodies.Movement;
using EmulationPlatform.Web.Api.Shapes.Movement;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints.Movement;

/// <summary>Plans, their open points and their calendar.</summary>
internal static class PlanEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plan", Get)
            .WithTags("plan")
            .WithSummary("The plan as its readers know it: sections, quotes, deadlines, beside how each is measured.")
            .WithDescription("movement: id of another plan of this installation, such as an archive; left out: the one in use.");
        routes.MapGet("/plans", (Agency agency) => TypedResults.Ok(PlanListJson.Of(agency.Plans, agency.Calendar)))
            .WithTags("plan")
            .WithSummary("All movements of this installation and every version that was put to use.");
        routes.MapPost("/plan/decisions/{decision}", ChooseAsync)
            .WithTags("plan")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Deciding)
            .WithSummary("Settles an open point of the plan; scores follow before the answer comes.")
            .WithDescription("{option: id of an option, or null to take the choice back; reason}. The plan names the role that decides.");
        routes.MapGet("/calendar", Calendar)
            .WithTags("plan")
            .WithSummary("What is due when: duties, dated tasks, phases and reviews of a year.")
            .WithDescription("year: calendar year; left out: the running one.");
    }

    private static Results<Ok<PlanTextJson>, ProblemHttpResult> Get(string? movement, Agency agency, TimeProvider clock)
    {
        var book = agency.Plans;
        var plan = movement is null || movement == book.InForce.Id ? book.InForce : book.Archives.FirstOrDefault(known => known.Id == movement);
        return plan is null
            ? Problems.NotFound("movement", movement!)
            : TypedResults.Ok(PlanTextJson.Of(plan, book, agency.Calendar, YearIn(plan, agency.Calendar.ToLocal(Instant.From(clock.GetUtcNow())).Year)));
    }

    private static Results<Ok<List<CalendarEntryJson>>, ValidationProblem> Calendar(string? year, HttpRequest request, Agency agency, TimeProvider clock)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors).Only(nameof(year));
        var wanted = (int)query.Whole(nameof(year), 2000, 2100, agency.Calendar.ToLocal(Instant.From(clock.GetUtcNow())).Year);
        return errors.Any ? errors.ToProblem() : TypedResults.Ok(DueDates.Of(agency.Plan, wanted).Select(CalendarEntryJson.Of).ToList());
    }

    private static async Task<Results<Ok<OpenPointJson>, ValidationProblem, ProblemHttpResult>> ChooseAsync(
        string decision, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || ChoiceBody.Parse(body, errors) is not { } choice)
        {
            return errors.ToProblem();
        }

        if (OpenPoints.Of(agency.Plans.File).All(open => open.Id != decision))
        {
            return Problems.NotFound("open point", decision);
        }

        var author = Principal.NameOf(context);
        var result = await agency.Movement.ChooseAsync(decision, choice.Option, choice.Reason, author, Policies.ActsAs(context.User), cancellationToken);
        if (!result.IsDone)
        {
            return result.Field == "role" ? Problems.WrongRole(author, result.Problem!.En) : result.ToProblem();
        }

        context.Logger().OpenPointSettled(author, decision, choice.Option ?? "-");
        return TypedResults.Ok(OpenPointJson.Of(OpenPoints.Of(agency.Plans.File).First(open => open.Id == decision), agency.Plans, agency.Calendar));
    }

    /// <summary>Milestones of an archive are those of its last year.</summary>
    private static int YearIn(Plan plan, int year) => Math.Clamp(year, plan.FirstYear, plan.LastYear);
}
