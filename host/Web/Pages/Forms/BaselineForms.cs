using System.Globalization;
using EmulationPlatform.Web.Access;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>Base years: proposed by those who have the bills, decided by the Office.</summary>
internal static class BaselineForms
{
    private const int MonthsOfYear = 12;
    private const int FirstYear = 2000;

    // Twelve of them still fit the fixed-point amount many times over.
    private const decimal GreatestAmount = 100_000_000_000m;

    public static void Map(IEndpointRouteBuilder forms)
    {
        forms.MapPost("/facilities/baselines/propose", ProposeAsync);
        forms.MapPost("/facilities/baselines/{version:long}/decide", DecideAsync).RequireAuthorization(Policies.Registry);
    }

    public static string MonthField(int month) => "m" + month.ToString(CultureInfo.InvariantCulture);

    private static async Task<Results<RedirectHttpResult, NotFound>> ProposeAsync(HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var (unit, metric, year) = (form.Raw("unit"), form.Raw("metric"), Year(form, context, agency));
        if (agency.Units.All(known => known.Id != unit))
        {
            form.Wrong("unit", "Form.NotAChoice");
        }

        if (!agency.Metrics.ContainsKey(metric))
        {
            form.Wrong("metric", "Form.NotAChoice");
        }

        var (months, origin) = Months(form);
        var reference = form.Text("reference", FormReader.MostReason, "Form.NeedsReference");
        var reason = form.Reason();
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var mayDecide = Policies.MayApprove(context.User);
        await agency.Facilities.ProposeBaselineAsync(
            new BaselineRecord(unit, metric, year, months, origin, reference), reason, Principal.NameOf(context), mayDecide, context.RequestAborted);
        return FormAnswer.Done(form, mayDecide ? "baselineApproved" : "baselineProposed");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> DecideAsync(long version, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var reason = form.Reason();
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var approved = form.Raw("approved") == "yes";
        var result = await agency.Facilities.DecideBaselineAsync(version, approved, reason, Principal.NameOf(context), context.RequestAborted);
        return FormAnswer.Of(context, form, result, approved ? "baselineApproved" : "baselineRefused");
    }

    private static int Year(FormReader form, HttpContext context, Agency agency)
    {
        var thisYear = agency.Calendar.ToLocal(Instant.From(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow())).Year;
        if (int.TryParse(form.Raw("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear && year <= thisYear)
        {
            return year;
        }

        form.Wrong("year", "Form.NotAYear");
        return thisYear;
    }

    /// <summary>Either the year's total, shared equally, or the months.</summary>
    private static (IReadOnlyList<Amount?> Months, BaselineOrigin Origin) Months(FormReader form)
    {
        var fields = Enumerable.Range(1, MonthsOfYear).Select(MonthField).ToList();
        if (fields.Exists(form.Has) == form.Has("total"))
        {
            form.Wrong("total", "Form.MonthsOrTotal");
            return ([], BaselineOrigin.Months);
        }

        if (!form.Has("total"))
        {
            var origin = form.Raw("origin") == nameof(BaselineOrigin.Readings) ? BaselineOrigin.Readings : BaselineOrigin.Months;
            return ([.. fields.Select(field => Above0(form, field))], origin);
        }

        return (BaselineRecord.EqualMonths(Above0(form, "total") ?? Amount.Zero), BaselineOrigin.Total);
    }

    private static Amount? Above0(FormReader form, string field)
    {
        if (form.Number(field) is not { } number)
        {
            return null;
        }

        if (number is > 0m and <= GreatestAmount && Amount.From(number).Micro >= MonthsOfYear)
        {
            return Amount.From(number);
        }

        form.Wrong(field, "Form.NotPositive");
        return null;
    }
}
