using System.Globalization;
using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>Forms of the movement: decide, declare, verify, appeal, answer, freeze.</summary>
internal static class MovementForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("").ExcludeFromDescription().AddEndpointFilter(FormToken.RequireAsync);
        forms.MapPost("/plan/decisions/{decision}", DecideAsync).RequireAuthorization(Policies.Deciding);
        forms.MapPost("/declarations/{unit}/{figure}", SayAsync).RequireAuthorization(Policies.Declaring);
        forms.MapPost("/units/{unit}/targets/{target}/appeal", AppealAsync).RequireAuthorization(Policies.Declaring);
        forms.MapPost("/appeals/{no:long}/answer", AnswerAsync).RequireAuthorization(Policies.Verifying);
        forms.MapPost("/office/freeze", FreezeAsync).RequireAuthorization(Policies.Registry);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> DecideAsync(string decision, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var reason = form.Reason();
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var result = await agency.Movement.ChooseAsync(decision, form.Raw("option"), reason, Principal.NameOf(context), Policies.ActsAs(context.User), context.RequestAborted);
        return FormAnswer.Of(context, form, result, "decided");
    }

    private static async Task<Results<RedirectHttpResult, NotFound, ForbidHttpResult>> SayAsync(string unit, string figure, HttpContext context, Agency agency)
    {
        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = new FormReader(sent, agency.Calendar);
        var kind = form.Choice<DeclarationKind>("kind");
        var baseYear = form.Number("baseYear");
        var said = new StoredDeclaration
        {
            Unit = unit == ExplainedTarget.Organisation ? "" : unit,
            Figure = figure,
            Period = Period(form, agency).Name,
            Kind = (kind ?? DeclarationKind.Declared).ToString(),
            Value = form.Number("value"),
            Whole = form.Number("whole"),
            BaseYear = baseYear is >= 2000 and <= 2100 ? (int)baseYear : null,
            EvidenceOn = form.Day("evidenceOn"),
            CameAt = form.Time("cameAt"),
            Comment = form.Text("comment", FormReader.MostReason, needs: null),
            Author = Principal.NameOf(context),
            At = default,
        };
        var isRating = agency.Plan.Figures.Any(known => known.Id == figure && known.Form == FigureForm.Rating);
        if (DeclaringRules.Refusal(context.User, said, isRating) is not null)
        {
            return TypedResults.Forbid();
        }

        var evidence = await EvidenceUpload.KeepAsync(context, sent, form);
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var result = await agency.Movement.SayAsync(said with { Evidence = evidence is null ? [] : [evidence] }, Principal.UnitOf(context.User), context.RequestAborted);
        return Widened(FormAnswer.Of(context, form, result, "said"));
    }

    private static async Task<Results<RedirectHttpResult, NotFound, ForbidHttpResult>> AppealAsync(string unit, string target, HttpContext context, Agency agency)
    {
        if (!DeclaringRules.MayAppeal(context.User, unit))
        {
            return TypedResults.Forbid();
        }

        var sent = await context.Request.ReadFormAsync(context.RequestAborted);
        var form = new FormReader(sent, agency.Calendar);
        var reason = form.Reason();
        var evidence = await EvidenceUpload.KeepAsync(context, sent, form);
        var period = Period(form, agency);
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var appeal = new StoredAppeal
        {
            Unit = unit, Target = target, Period = period.Name, Reason = reason, Evidence = evidence is null ? [] : [evidence], Author = Principal.NameOf(context), At = default,
        };
        var result = await agency.Movement.AppealAsync(appeal, period, context.RequestAborted);
        return Widened(FormAnswer.Of(context, form, result, "appealed"));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> AnswerAsync(long no, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var reason = form.Reason();
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var result = await agency.Movement.AnswerAsync(no, form.Raw("accepted") == "yes", reason, Principal.NameOf(context), context.RequestAborted);
        return FormAnswer.Of(context, form, result, "answered");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> FreezeAsync(HttpContext context, Agency agency, RecordsDesk records)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var reason = form.Reason();
        var period = Period(form, agency);
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        var replaces = long.TryParse(form.Raw("replaces"), NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? no : (long?)null;
        var (stopped, result) = await Freezing.DoAsync(agency, records, period, reason, replaces, form.Raw("accept") == "yes", Principal.NameOf(context), context.RequestAborted);
        return stopped.Count > 0
            ? FormAnswer.Refused(context, form, "accept", stopped[0].Sentence)
            : FormAnswer.Of(context, form, result, "frozen");
    }

    /// <summary>The reporting year that a form is about; the running one when it says nothing.</summary>
    private static Period Period(FormReader form, Agency agency)
    {
        if (agency.Movement.FindPeriod(form.Has("period") ? form.Raw("period") : null) is { } found)
        {
            return found;
        }

        form.Wrong("period", "Period.Unknown");
        return agency.Movement.Running;
    }

    private static Results<RedirectHttpResult, NotFound, ForbidHttpResult> Widened(Results<RedirectHttpResult, NotFound> answer) =>
        answer.Result is RedirectHttpResult redirect ? redirect : TypedResults.NotFound();
}
