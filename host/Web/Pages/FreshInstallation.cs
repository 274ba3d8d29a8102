using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Pages;

/// <summary>While there is no key at all, nobody can sign in; the first page then says what to do, and shows no data.</summary>
internal static class FreshInstallation
{
    public static Task ShowAsync(HttpContext context, RequestDelegate next)
    {
        var services = context.RequestServices;
        var asksForPage = HttpMethods.IsGet(context.Request.Method) && context.Request.Path.Value is "/" or "/sign-in";
        if (!asksForPage || services.GetRequiredService<WebSettings>().OpenOnLoopback || services.GetRequiredService<AccessKeys>().HasAny)
        {
            return next(context);
        }

        var steps = FirstSteps.Of(Done(services.GetRequiredService<Agency>()), MeterPlace.Of(context), services.GetRequiredService<Words>());
        return new RazorComponentResult<FreshDocument>(new { Steps = steps }).ExecuteAsync(context);
    }

    /// <summary>Nobody is signed in: what is done is ticked, and no data is shown.</summary>
    private static FirstSteps.Facts Done(Agency agency) =>
        new(HasKey: false, !agency.Plans.IsDefault, agency.Units.Count > 0, HasSources: false, HasAssigned: false);
}
