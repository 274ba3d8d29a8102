using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Access;
using Microsoft.AspNetCore.WebUtilities;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>Where a form leads: back to its page, with a word on the outcome or with what is wrong.</summary>
internal static class FormAnswer
{
    /// <summary>Names of the hidden fields that every form carries.</summary>
    public const string BackField = "back";
    public const string FormField = "form";

    public static RedirectHttpResult Done(FormReader form, string word) =>
        TypedResults.LocalRedirect(QueryHelpers.AddQueryString(Back(form), "done", word));

    /// <summary>What was read from the form is wrong.</summary>
    public static RedirectHttpResult Refused(HttpContext context, FormReader form) => Refused(context, form, form.WrongField, form.Problem!);

    public static RedirectHttpResult Refused(HttpContext context, FormReader form, string? field, LocalizedText problem)
    {
        var name = form.Raw(FormField);
        var ticket = RefusalTicket.Write(context, new FormRefusal(name, field, problem, form.Values));
        return TypedResults.LocalRedirect(QueryHelpers.AddQueryString(Back(form), RefusalTicket.Query, ticket) + "#" + Uri.EscapeDataString(name));
    }

    /// <param name="result">Null when what it was about does not exist.</param>
    public static Results<RedirectHttpResult, NotFound> Of(HttpContext context, FormReader form, EntryResult? result, string word) => result switch
    {
        null => TypedResults.NotFound(),
        { Problem: { } problem } => Refused(context, form, result.Field, problem),
        _ => Done(form, word),
    };

    private static string Back(FormReader form) => SignIn.LocalUrl(form.Raw(BackField));
}
