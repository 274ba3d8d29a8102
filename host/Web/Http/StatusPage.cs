using EmulationPlatform.Web.Pages;

namespace EmulationPlatform.Web.Http;

internal static class StatusPage
{
    /// <summary>Says in words what the response's status code says in numbers.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        if (RequestKind.IsForProgram(context.Request))
        {
            await Problems.OfStatus(context.Response.StatusCode, context.Request.Path).ExecuteAsync(context);
            return;
        }

        // A page that failed half-way has used up its own services and headers; this one starts with new ones.
        var used = context.RequestServices;
        await using var scope = used.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        context.Response.Headers.Remove("blazor-enhanced-nav");
        try
        {
            var status = context.Response.StatusCode;
            await new RazorComponentResult<StatusDocument>(new { Status = status }) { StatusCode = status }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = used;
        }
    }
}
