using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Export;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Api.Endpoints;

/// <summary>Use over time beside the base year.</summary>
internal static class UsageEndpoints
{
    /// <summary>Two months of hours, or four years of days: as much as anybody can look at.</summary>
    private const long MostRows = 1_500;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/usage", GetAsync)
        .WithTags("facilities")
        .WithTable(Tables.Usage)
        .WithSummary("Use of one source, of a metric of one unit, or of the whole agency, beside the same time of the base year, per person and per square metre.")
        .WithDescription(
            "source, or metric with or without unit; from (included, default: start of this year), to (excluded, default: now), both widened to whole hours; "
            + "per: hour, day, month (default), year or total; at most 1500 rows.");

    private static async Task<Results<Ok<UsageJson>, ValidationProblem, ProblemHttpResult>> GetAsync(
        string? source, string? unit, string? metric, string? from, string? to, string? per, HttpRequest request, Agency agency, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var query = new QueryReader(request.Query, agency.Calendar, errors)
            .Only(nameof(source), nameof(unit), nameof(metric), nameof(from), nameof(to), nameof(per), ExportChoice.Format, ExportChoice.NumberMarks);
        var wanted = Read(query, agency, Instant.From(clock.GetUtcNow()), errors);
        if (errors.Any)
        {
            return errors.ToProblem();
        }

        return await agency.Facilities.UsageAsync(wanted, cancellationToken) is { } view
            ? TypedResults.Ok(UsageJson.Of(view, wanted.From, wanted.To, agency.Calendar))
            : Problems.NotFound(wanted.Source is null ? "unit" : "source", wanted.Source ?? wanted.Unit ?? "");
    }

    private static UsageQuery Read(QueryReader query, Agency agency, Instant now, FieldErrors errors)
    {
        var (start, end) = query.Range(agency.Calendar.YearOf(now).Start, now);
        var wanted = new UsageQuery(
            query.Text("source"), query.Text("unit"), query.Text("metric"), WholeHours.Down(start), WholeHours.Up(end), query.Per("per", Granularity.Month));
        if (wanted.Source is not null && (wanted.Unit ?? wanted.Metric) is not null)
        {
            errors.Add("source", "A source has its own metric and unit; write source alone, or metric with or without unit.");
        }

        if (wanted.Source is null && (wanted.Metric is null || !agency.Metrics.ContainsKey(wanted.Metric)))
        {
            errors.Add("metric", $"Write one of {string.Join(", ", agency.Metrics.Keys.Order(StringComparer.Ordinal))}, or a source.");
        }

        var rows = Rows(agency.Calendar, wanted);
        if (!errors.Any && rows > MostRows)
        {
            errors.Add("per", string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"That would be {rows} rows, and {MostRows} is the most: write a coarser per or a shorter time."));
        }

        return wanted;
    }

    private static long Rows(AgencyCalendar calendar, UsageQuery query)
    {
        var (first, last) = (calendar.ToLocal(query.From), calendar.ToLocal(query.To.Plus(TimeSpan.FromMilliseconds(-1))));
        return query.Per switch
        {
            Granularity.Hour => (long)(query.To - query.From).TotalHours,
            Granularity.Day => (long)(last.Date - first.Date).TotalDays + 1,
            Granularity.Month => ((last.Year - first.Year) * 12L) + last.Month - first.Month + 1,
            Granularity.Year => last.Year - first.Year + 1L,
            _ => 1,
        };
    }
}
