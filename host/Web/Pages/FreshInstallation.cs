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

        var steps = FirstSteps.Of(new FirstSteps.Facts(HasKey: false, HasUnits: false, HasPlan: false, HasSources: false), FirstSteps.Place.Of(context));
        return new RazorComponentResult<FreshDocument>(new { Steps = steps }).ExecuteAsync(context);
    }
}
