using System.Globalization;
using System.Text.Json.Nodes;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>Base years as they were proposed, and what was decided about them.</summary>
internal static class BaselineVersionEndpoints
{
    private const int FirstYear = 2010;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/units/{unit}/baselines/versions", GetAsync)
            .WithTags("units")
            .WithTable(Tables.Baselines)
            .WithSummary("Every base year ever proposed for a unit, newest first.");
        routes.MapGet("/baselines", AllAsync)
            .WithTags("units")
            .WithTable(Tables.Baselines)
            .WithSummary("Every base year ever proposed for any unit, newest first.");
        routes.MapPost("/units/{unit}/baselines/{metric}/from-readings", FromReadingsAsync)
            .WithTags("units")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Metering)
            .WithSummary("Proposes the months of a year as they were measured here.")
            .WithDescription("year in the address; {reason}. A month that is not wholly covered is missing. It waits for a decision, whoever proposes it.");
        routes.MapPost("/baselines/{version:long}/decision", DecideAsync)
            .WithTags("units")
            .Accepts<JsonObject>("application/json")
            .RequireAuthorization(Policies.Registry)
            .WithSummary("Approves or refuses a proposed base year; scores follow before the answer comes.")
            .WithDescription("{approved: true or false, reason}.");
    }

    internal static async Task<BaselineVersionJson?> FindAsync(Agency agency, long no, CancellationToken cancellationToken)
    {
        var versions = await agency.Facilities.BaselinesAsync(unit: null, cancellationToken);
        return versions.FirstOrDefault(version => version.No == no) is { } found ? BaselineVersionJson.Of(found, agency.Metrics, agency.Calendar) : null;
    }

    private static async Task<Ok<List<BaselineVersionJson>>> AllAsync(Agency agency, CancellationToken cancellationToken)
    {
        var versions = await agency.Facilities.BaselinesAsync(unit: null, cancellationToken);
        return TypedResults.Ok(versions.Select(version => BaselineVersionJson.Of(version, agency.Metrics, agency.Calendar)).ToList());
    }

    private static async Task<Results<Ok<List<BaselineVersionJson>>, ProblemHttpResult>> GetAsync(string unit, Agency agency, CancellationToken cancellationToken)
    {
        if (agency.Units.All(known => known.Id != unit))
        {
            return Problems.NotFound("unit", unit);
        }

        var versions = await agency.Facilities.BaselinesAsync(unit, cancellationToken);
        return TypedResults.Ok(versions.Select(version => BaselineVersionJson.Of(version, agency.Metrics, agency.Calendar)).ToList());
    }

    private static async Task<Results<Created<BaselineVersionJson>, ValidationProblem, ProblemHttpResult>> FromReadingsAsync(
        string unit, string metric, string? year, HttpContext context, Agency agency, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var thisYear = agency.Calendar.MonthOf(Instant.From(clock.GetUtcNow())).Year;
        var query = new QueryReader(context.Request.Query, agency.Calendar, errors).Only(nameof(year));
        if (query.Text(nameof(year)) is null)
        {
            errors.Add(nameof(year), "Write the base year into the address, such as ?year=2025.");
        }

        var wanted = (int)query.Whole(nameof(year), FirstYear, thisYear, thisYear);
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || ReasonBody.Parse(body, "why the measured year is to be the base year", errors) is not { } reason)
        {
            return errors.ToProblem();
        }

        if (await agency.Facilities.BaselineFromReadingsAsync(unit, metric, wanted, cancellationToken) is not { } record)
        {
            return Problems.NotFound("unit with such a metric", $"{unit}/{metric}");
        }

        if (record.Months.All(month => month is null))
        {
            errors.Add(nameof(year), string.Create(CultureInfo.InvariantCulture, $"No month of {wanted} was measured from its first hour to its last."));
            return errors.ToProblem();
        }

        var no = await agency.Facilities.ProposeBaselineAsync(record, reason, Principal.NameOf(context), approve: false, cancellationToken);
        context.Logger().BaselineSet(Principal.NameOf(context), wanted, metric, unit);
        return TypedResults.Created($"/api/v1/units/{unit}/baselines/versions", (await FindAsync(agency, no, cancellationToken))!);
    }

    private static async Task<Results<Ok<BaselineVersionJson>, ValidationProblem, ProblemHttpResult>> DecideAsync(
        long version, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var json = await JsonBody.ReadAsync(context.Request, errors, cancellationToken);
        if (json is not { } body || DecisionBody.Parse(body, errors) is not { } decision)
        {
            return errors.ToProblem();
        }

        var author = Principal.NameOf(context);
        if (await agency.Facilities.DecideBaselineAsync(version, decision.Approved, decision.Reason, author, cancellationToken) is not { } result)
        {
            return Problems.NotFound("version of a base year", version.ToString(CultureInfo.InvariantCulture));
        }

        if (!result.IsDone)
        {
            return result.ToProblem();
        }

        context.Logger().BaselineDecided(author, version, decision.Approved);
        return TypedResults.Ok((await FindAsync(agency, version, cancellationToken))!);
    }
}
