using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Access;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>What people say about a meter's life, and take back.</summary>
internal static class EventForms
{
    public static void Map(IEndpointRouteBuilder forms)
    {
        forms.MapPost("/sources/{source}/decide", DecideAsync);
        forms.MapPost("/sources/{source}/mark", MarkAsync);
        forms.MapPost("/sources/{source}/replace", ReplaceAsync);
        forms.MapPost("/sources/{source}/factor", FactorAsync);
        forms.MapPost("/sources/{source}/events/{no:long}/undo", UndoAsync);
        forms.MapPost("/sources/{source}/alerts/{kind}/acknowledge", AcknowledgeAsync);
    }

    /// <summary>A decision about an entry of the worklist, whose moments the page knows to the millisecond.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> DecideAsync(string source, HttpContext context, Agency agency)
    {
        var form = await ReadAsync(context, agency);
        var kind = form.Choice<SourceEventKind>("kind");
        var at = form.Exact("at");
        var reason = form.Reason();
        if (!form.IsFine || kind is null || at is null)
        {
            form.Wrong("at", "Form.NotATime");
            return FormAnswer.Refused(context, form);
        }

        var said = new EventEntry(kind.Value, at.Value, reason) { Until = form.Exact("until"), Value = form.Number("value") };
        return await EnterAsync(source, said, form, context, agency);
    }

    /// <summary>A stretch that was a spike or an outage.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> MarkAsync(string source, HttpContext context, Agency agency)
    {
        var form = await ReadAsync(context, agency);
        var kind = form.Choice<SourceEventKind>("kind");
        var (from, to) = (form.NeedTime("from"), form.NeedTime("to"));
        var reason = form.Reason();
        if (to < from)
        {
            form.Wrong("to", "Form.EndBeforeStart");
        }

        return form.IsFine
            ? await EnterAsync(source, new EventEntry(kind!.Value, from, reason) { Until = to }, form, context, agency)
            : FormAnswer.Refused(context, form);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ReplaceAsync(string source, HttpContext context, Agency agency)
    {
        var form = await ReadAsync(context, agency);
        var said = new EventEntry(SourceEventKind.Replacement, form.NeedTime("at"), form.Reason())
        {
            OldFinal = form.NeedNumber("oldFinal"),
            NewInitial = form.NeedNumber("newInitial"),
            Evidence = await EvidenceUpload.KeepAsync(context, context.Request.Form, form),
        };
        return form.IsFine ? await EnterAsync(source, said, form, context, agency) : FormAnswer.Refused(context, form);
    }

    /// <summary>Another factor from a moment on.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> FactorAsync(string source, HttpContext context, Agency agency)
    {
        var form = await ReadAsync(context, agency);
        var said = new EventEntry(SourceEventKind.Factor, form.NeedTime("at"), form.Reason()) { Factor = form.NeedNumber("factor") };
        return form.IsFine ? await EnterAsync(source, said, form, context, agency) : FormAnswer.Refused(context, form);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> UndoAsync(string source, long no, HttpContext context, Agency agency)
    {
        var form = await ReadAsync(context, agency);
        var reason = form.Reason();
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var said = await agency.Facilities.EventsAsync(source, context.RequestAborted);
        if (said is null || said.All(known => known.No != no))
        {
            return TypedResults.NotFound();
        }

        return FormAnswer.Of(context, form, await agency.Facilities.UndoAsync(no, reason, Principal.NameOf(context), context.RequestAborted), "undone");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> AcknowledgeAsync(string source, string kind, HttpContext context, Agency agency)
    {
        var form = await ReadAsync(context, agency);
        var reason = form.Reason();
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var isDone = Enum.TryParse<AlertKind>(kind, out var alert)
            && await agency.Facilities.AcknowledgeAsync(source, alert, reason, Principal.NameOf(context), context.RequestAborted);
        return isDone ? FormAnswer.Done(form, "acknowledged") : FormAnswer.Refused(context, form, null, FormReader.Both("Form.AlertGone"));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> EnterAsync(string source, EventEntry said, FormReader form, HttpContext context, Agency agency) =>
        FormAnswer.Of(context, form, await agency.Facilities.EnterAsync(source, said, Principal.NameOf(context), context.RequestAborted), "said");

    private static async Task<FormReader> ReadAsync(HttpContext context, Agency agency) =>
        new(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
}
