using EmulationPlatform.Web.Http;

namespace EmulationPlatform.Web.Access;

/// <summary>
/// A browser that is signed in (or sits on the demo machine) can be made to send a changing request by a foreign page.
/// Such requests carry the foreign page's origin and are refused; programs with a key send none.
/// </summary>
internal static class SameOrigin
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next) =>
        IsForeign(context.Request) ? Problems.ForeignPage().ExecuteAsync(context) : next(context);

    internal static bool IsForeign(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return false;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site")
        {
            return true;
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && uri.Authority.Equals(Authority(request), StringComparison.OrdinalIgnoreCase));
    }

    // Uri.Authority leaves the scheme's own port out, so the request's must go through the same reading.
    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var uri) ? uri.Authority : "";
}
