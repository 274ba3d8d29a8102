using EmulationPlatform.Web.Http;
using Microsoft.AspNetCore.Antiforgery;

namespace EmulationPlatform.Web.Access;

internal static class FormToken
{
    /// <summary>Every form of ours carries a token; a post without it did not come from one.</summary>
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var antiforgery = call.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(call.HttpContext) ? await next(call) : Problems.MissingFormToken();
    }
}
