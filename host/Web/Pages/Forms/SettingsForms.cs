using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Endpoints;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>How a meter is called, where it hangs, what it counts for and how.</summary>
internal static class SettingsForms
{
    private const int MostName = 200;

    public static void Map(IEndpointRouteBuilder forms)
    {
        forms.MapPost("/sources/{source}/settings", SettingsAsync);
        forms.MapPost("/sources/{source}/settings/{no:long}/again", AgainAsync);
        forms.MapPost("/sources/{source}/claim", ClaimAsync);
        forms.MapPost("/sources/{source}/leave", (string source, HttpContext context, Agency agency) => LeaveAsync(source, CountRule.No, "left", context, agency));
        forms.MapPost("/sources/{source}/return", (string source, HttpContext context, Agency agency) => LeaveAsync(source, CountRule.Auto, "returned", context, agency));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> SettingsAsync(string source, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        if (await agency.SourceAsync(source, context.RequestAborted) is not { } known)
        {
            return TypedResults.NotFound();
        }

        var change = known.Terms.Count > 0 ? Named(form, agency) : Measured(form, known, agency, Named(form, agency));
        var counted = form.Choice<CountRule>("counted");
        change = change with { Counted = counted == known.Counted ? null : counted };

        // A unit that stays as it is keeps its dates; units that share it are set in a form of their own.
        if (known.IsShared || (change.Unit == (known.Unit ?? "") && change.AssignedFrom is null))
        {
            change = change with { Unit = null, AssignedFrom = null };
        }

        return await SaveAsync(source, change, form, context, agency, "saved");
    }

    /// <summary>What only a source with readings of its own has.</summary>
    private static SourceChange Measured(FormReader form, SourceView known, Agency agency, SourceChange change)
    {
        var (width, rate, factor) = (Positive(form, "registerWidth"), Positive(form, "maxRate"), Positive(form, "factor"));
        return change with
        {
            Factor = factor,
            RegisterWidth = width,
            ForgetRegisterWidth = width is null,
            MaxRatePerHour = rate,
            ForgetMaxRate = rate is null,
            Parent = Parent(form, known),
            Measure = Measure(form, known, agency),
            Direction = form.Choice<FlowDirection>("direction"),
        };
    }

    /// <summary>The former values of one change.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> AgainAsync(string source, long no, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        var reason = form.Reason();
        return form.IsFine
            ? FormAnswer.Of(context, form, await agency.Facilities.SetAgainAsync(source, no, reason, Principal.NameOf(context), context.RequestAborted), "saved")
            : FormAnswer.Refused(context, form);
    }

    /// <summary>The first two taps: which unit, and if wanted a name and a place.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> ClaimAsync(string source, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        if (!form.Has("unit"))
        {
            form.Wrong("unit", "Form.NeedsUnit");
        }

        var change = Named(form, agency);
        return await SaveAsync(
            source, change with { Label = form.Has("label") ? change.Label : null, Place = form.Has("place") ? change.Place : null }, form, context, agency, "claimed");
    }

    /// <summary>What no unit has stays so from now on, or waits for one again.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> LeaveAsync(string source, CountRule rule, string word, HttpContext context, Agency agency)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(context.RequestAborted), agency.Calendar);
        if (await agency.SourceAsync(source, context.RequestAborted) is not { } known)
        {
            return TypedResults.NotFound();
        }

        var reason = form.Reason();
        if (known.Unit is not null)
        {
            form.Wrong("reason", "Form.HasUnit");
        }

        return await SaveAsync(source, SourceChange.Nothing with { Counted = rule, Reason = reason }, form, context, agency, word);
    }

    private static SourceChange Named(FormReader form, Agency agency)
    {
        var unit = form.Raw("unit");
        if (unit.Length > 0 && agency.Units.All(known => known.Id != unit))
        {
            form.Wrong("unit", "Form.NotAChoice");
        }

        return SourceChange.Nothing with
        {
            Unit = unit,
            AssignedFrom = form.Day("from") is { } day ? agency.Calendar.StartOf(day) : null,
            Label = form.Text("label", MostName, needs: null),
            Place = form.Text("place", MostName, needs: null),
            Reason = form.Text("reason", FormReader.MostReason, needs: null),
        };
    }

    private static decimal? Positive(FormReader form, string field)
    {
        var number = form.Number(field);
        if (number <= 0m)
        {
            form.Wrong(field, "Form.NotPositive");
        }

        return number;
    }

    /// <summary>A main meter that follows from the device's channels is not said by a form that leaves it as it is.</summary>
    private static string? Parent(FormReader form, SourceView known) => form.Raw("parent") is var parent && parent == (known.Parent ?? "") ? null : parent;

    private static string? Measure(FormReader form, SourceView known, Agency agency)
    {
        var measure = form.Raw("measure");
        if (measure != known.Measure && !Parts.Meters.Measures.Of(known, agency.Metrics.GetValueOrDefault(known.Metric)).Contains(measure, StringComparer.Ordinal))
        {
            form.Wrong("measure", "Form.NotAChoice");
        }

        return measure;
    }

    /// <summary>Stores the change and leads back, with the word or with what is wrong.</summary>
    public static async Task<Results<RedirectHttpResult, NotFound>> SaveAsync(
        string source, SourceChange change, FormReader form, HttpContext context, Agency agency, string word)
    {
        if (!form.IsFine)
        {
            return FormAnswer.Refused(context, form);
        }

        try
        {
            if (await agency.SourceAsync(source, context.RequestAborted) is not { } known
                || await agency.PutSourceAsync(source, known.Meant(change), Principal.NameOf(context), context.RequestAborted) is null)
            {
                return TypedResults.NotFound();
            }
        }
        catch (ArgumentException e) when (e.ParamName is "row" or "change" or "assignments" or "reason")
        {
            var (field, key) = e.ParamName switch
            {
                "row" => ("factor", "Form.FactorTooLarge"),
                "change" => ("parent", "Form.WrongParent"),
                "reason" => ("reason", "Form.NeedsReasonToCount"),
                _ => ("unit", "Form.CountedAlready"),
            };
            return FormAnswer.Refused(context, form, field, FormReader.Both(key));
        }

        context.Logger().SourceChanged(Principal.NameOf(context), source);
        return FormAnswer.Done(form, word);
    }
}
