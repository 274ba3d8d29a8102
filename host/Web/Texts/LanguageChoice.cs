namespace EmulationPlatform.Web.Texts;

/// <summary>Vietnamese, unless this browser chose English.</summary>
internal static class LanguageChoice
{
    private const string Name = "lang";

    public static Words Of(HttpContext? context) => Words.In(Asked(context?.Request) ?? context?.Request.Cookies[Name]);

    /// <summary>With the measures of the plan in use.</summary>
    public static Words Of(HttpContext? context, Agency agency) => Of(context).Knowing(agency.Plan.Figures.Select(figure => figure.Measure).OfType<LocalizedText>());

    public static Task RememberAsync(HttpContext context, RequestDelegate next)
    {
        if (Asked(context.Request) is { } language && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Cookies.Append(Name, language, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }

        return next(context);
    }

    private static string? Asked(HttpRequest? request) => request?.Query[Name].ToString() switch { "vi" => "vi", "en" => "en", _ => null };
}
