using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Access;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>Values that people bring: from the meter itself, or from a supplier's bill.</summary>
internal static class ReadingForms
{
    public static void Map(IEndpointRouteBuilder forms)
    {
        forms.MapPost("/sources/{source}/read", ReadAsync);
        forms.MapPost("/sources/{source}/bill", BillAsync);
        forms.MapPost("/sources/{source}/hand/{no:long}/undo", TakeBackAsync);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ReadAsync(string source, HttpContext context, Agency agency)
    {
        var (form, sent) = await FormAsync(context, agency);
        var (value, at, reason) = (form.NeedNumber("value"), form.NeedTime("at"), form.Reason());
        var photo = await EvidenceUpload.KeepAsync(context, sent, form);
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var result = await agency.Facilities.ReadAsync(source, new ManualReading(at, value, reason, photo), Principal.NameOf(context), context.RequestAborted);
        return FormAnswer.Of(context, form, result, "read");
    }

    /// <summary>The page asks for the last day of the bill, as bills say it; the day after it is where the bill ends.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> BillAsync(string source, HttpContext context, Agency agency)
    {
        var (form, sent) = await FormAsync(context, agency);
        var (from, last, amount) = (Day(form, "fromDay"), Day(form, "toDay"), form.NeedNumber("amount"));
        var reference = form.Text("reference", FormReader.MostReason, "Form.NeedsReference");
        if (last < from)
        {
            form.Wrong("toDay", "Form.EndBeforeStart");
        }

        var photo = await EvidenceUpload.KeepAsync(context, sent, form);
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var bill = new Bill(from, last.AddDays(1), amount, reference, photo);
        return FormAnswer.Of(context, form, await agency.Facilities.BillAsync(source, bill, Principal.NameOf(context), context.RequestAborted), "billed");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> TakeBackAsync(string source, long no, HttpContext context, Agency agency)
    {
        var (form, _) = await FormAsync(context, agency);
        var reason = form.Reason();
        return form.IsFine
            ? FormAnswer.Of(context, form, await agency.Facilities.TakeBackAsync(source, no, reason, Principal.NameOf(context), context.RequestAborted), "undone")
            : FormAnswer.Refused(context, form);
    }

    private static DateOnly Day(FormReader form, string field)
    {
        if (form.Day(field) is { } day && day < DateOnly.MaxValue)
        {
            return day;
        }

        form.Wrong(field, "Form.NotADay");
        return default;
    }

    private static async Task<(FormReader Form, IFormCollection Sent)> FormAsync(HttpContext context, Agency agency)
    {
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        return (new FormReader(sent, agency.Calendar), sent);
    }
}
