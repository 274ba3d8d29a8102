using System.Globalization;
using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Bodies.Movement;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Api.Shapes.Movement;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>Official results: what a period showed when it was frozen.</summary>
internal static class SnapshotEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/snapshots").WithTags("snapshots");
        group.MapGet("", List).WithTable(Tables.Snapshots).WithSummary("All official results, newest first.");
        group.MapGet("/{no:long}", Get).WithSummary("An official result with the board as it was shown, whatever was corrected since.");
        group.MapPost("", PostAsync)
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Registry)
            .WithSummary("Freezes the board of a period as its official result.")
            .WithDescription(
                "{reason, period: name of a period that has begun (default: the running one), replaces: number of the period's result in force, when it has one, accept: true to freeze although the pre-flight names something that does not "
                + "block}. A result is never changed; a new one replaces it and both stay.");
        group.MapGet("/preflight", PreflightAsync)
            .WithSummary("What stands in the way of official results: open appeals, decisions, gaps, unranked units, weights, a period that still runs.")
            .WithDescription("period: name of a period that has begun; left out: the running one.");
        group.MapGet("/key", (RecordsDesk records) => TypedResults.Text(records.PublicKey, "application/x-pem-file"))
            .WithSummary("Public key with which the signatures of official results can be checked (ECDSA P-256 over the result's hash).");
        group.MapGet("/{no:long}/differences", Differences).WithSummary("What a result says differently from the one it replaces.");
    }

    private static Ok<List<SnapshotJson>> List(Agency agency, RecordsDesk records)
    {
        var all = records.Snapshots();
        return TypedResults.Ok(all.Select(row => SnapshotJson.Of(row, all, agency.Calendar)).ToList());
    }

    private static Results<Ok<OfficialBoardJson>, ProblemHttpResult> Get(long no, Agency agency, RecordsDesk records) => records.Snapshot(no) is { } found
        ? TypedResults.Ok(new OfficialBoardJson(SnapshotJson.Of(found.Row, records.Snapshots(), agency.Calendar), new RawJson(found.Board)) { Signature = SignatureJson.Of(records.Signature(no)) })
        : Problems.NotFound("official result", no.ToString(CultureInfo.InvariantCulture));

    private static async Task<Results<Ok<List<FreezeProblemJson>>, ValidationProblem>> PreflightAsync(
        string? period, HttpRequest request, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var named = new QueryReader(request.Query, agency.Calendar, errors).Only(PeriodField.Name).Text(nameof(period));
        return PeriodField.Find(named, agency, errors) is { } found && !errors.Any
            ? TypedResults.Ok((await agency.Movement.PreflightAsync(await agency.Movement.BoardOfAsync(found, cancellationToken), cancellationToken)).Select(FreezeProblemJson.Of).ToList())
            : errors.ToProblem();
    }

    private static Results<Ok<IReadOnlyList<SnapshotDifferenceJson>>, ProblemHttpResult> Differences(long no, RecordsDesk records) =>
        records.Snapshot(no) is not { } found ? Problems.NotFound("official result", no.ToString(CultureInfo.InvariantCulture))
        : found.Row.Replaces is not { } before ? TypedResults.Ok<IReadOnlyList<SnapshotDifferenceJson>>([])
        : TypedResults.Ok(SnapshotDifferenceJson.Between(records.Snapshot(before)!.Value.Board, found.Board));

    private static async Task<Results<Created<SnapshotJson>, ValidationProblem>> PostAsync(
        HttpContext context, Agency agency, RecordsDesk records, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || SnapshotBody.Parse(body, errors) is not { } wanted || PeriodField.Find(wanted.Period, agency, errors) is not { } period)
        {
            return errors.ToProblem();
        }

        var author = Principal.NameOf(context);
        var (stopped, result) = await Freezing.DoAsync(agency, records, period, wanted.Reason, wanted.Replaces, wanted.Accept, author, cancellationToken);
        foreach (var problem in stopped)
        {
            errors.Add(problem.Blocks ? "preflight" : "accept", problem.Sentence.En);
        }

        if (errors.Any || result is not { IsDone: true })
        {
            return result?.ToProblem() ?? errors.ToProblem();
        }

        context.Logger().ResultFrozen(author, period.Name, agency.Board.Plan.Id, result.No);
        var all = records.Snapshots();
        return TypedResults.Created(
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/snapshots/{result.No}"), SnapshotJson.Of(all.First(row => row.No == result.No), all, agency.Calendar));
    }
}
