using EmulationPlatform.Web.Pages;

namespace EmulationPlatform.Web.Http;

internal static class StatusPage
{
    /// <summary>Says in words what the response's status code says in numbers.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        if (RequestKind.IsForProgram(context.Request))
        {
            return Problems.OfStatus(context.Response.StatusCode, context.Request.Path).ExecuteAsync(context);
        }

        var page = new RazorComponentResult<StatusDocument>(new { Status = context.Response.StatusCode }) { StatusCode = context.Response.StatusCode };
        return page.ExecuteAsync(context);
    }
}
