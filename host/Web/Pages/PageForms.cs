using EmulationPlatform.Web.Access;
using EmulationPlatform.Web.Api.Bodies;
using EmulationPlatform.Web.Api.Endpoints;
using EmulationPlatform.Web.Pages.Forms;
using Microsoft.AspNetCore.Mvc;

namespace EmulationPlatform.Web.Pages;

/// <summary>What the forms on the pages do; each leads back to its page with a word on the outcome.</summary>
internal static class PageForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var forms = routes.MapGroup("").RequireAuthorization(Policies.Metering).ExcludeFromDescription().AddEndpointFilter(FormToken.RequireAsync);
        forms.MapPost("/sources/{source}/assign", AssignAsync);
        forms.MapPost("/admin/quarantine/{id:long}/replay", ReplayAsync);
        EventForms.Map(forms);
        ReadingForms.Map(forms);
        SettingsForms.Map(forms);
        SharingForms.Map(forms);
        VirtualForms.Map(forms);
        BaselineForms.Map(forms);
        TrialForm.Map(forms);
        MovementForms.Map(routes);
        routes.MapGet("/home", Home).ExcludeFromDescription();
    }

    /// <summary>The page that somebody's work begins on.</summary>
    private static RedirectHttpResult Home(HttpContext context) => TypedResults.LocalRedirect(context.User.IsInRole(nameof(Role.Facilities)) ? "/facilities" : "/");

    /// <param name="unit">Empty takes the source away from its unit.</param>
    private static async Task<Results<RedirectHttpResult, BadRequest, NotFound>> AssignAsync(
        string source, [FromForm] string? unit, [FromForm] string? reason, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var chosen = unit ?? "";
        if (reason is { Length: > FormReader.MostReason } || (chosen.Length > 0 && agency.Units.All(known => known.Id != chosen)))
        {
            return TypedResults.BadRequest();
        }

        var change = SourceChange.Nothing with { Unit = chosen, Reason = reason };
        try
        {
            if (await agency.SourceAsync(source, cancellationToken) is not { } known
                || await agency.PutSourceAsync(source, known.Meant(change), Principal.NameOf(context), cancellationToken) is null)
            {
                return TypedResults.NotFound();
            }
        }
        catch (ArgumentException e) when (e.ParamName == "reason")
        {
            return TypedResults.LocalRedirect("/sources?done=noReason");
        }
        catch (ArgumentException e) when (SourceRefusal.Field(e) is not null)
        {
            return TypedResults.LocalRedirect("/sources?done=refused");
        }

        context.Logger().SourceChanged(Principal.NameOf(context), source);
        return TypedResults.LocalRedirect("/sources?done=assigned");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ReplayAsync(
        long id, HttpContext context, Agency agency, CancellationToken cancellationToken)
    {
        var form = new FormReader(await context.Request.ReadFormAsync(cancellationToken), agency.Calendar);
        var reason = form.Reason();
        if (!form.IsFine)
        {
            return TypedResults.LocalRedirect("/admin/quarantine?done=noReason");
        }

        if (await agency.ReplayAsync(id, reason, Principal.NameOf(context), cancellationToken) is not { } result)
        {
            return TypedResults.NotFound();
        }

        context.Logger().Replayed(Principal.NameOf(context), id, result.Accepted);
        return TypedResults.LocalRedirect(result.Accepted > 0 ? "/admin/quarantine?done=replayed" : "/admin/quarantine?done=refused");
    }
}
