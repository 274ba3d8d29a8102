using EmulationPlatform.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace EmulationPlatform.Web.Access;

/// <summary>The forms by which a browser signs in with a key, and out.</summary>
internal static class SignIn
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in", InAsync).AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(FormToken.RequireAsync);
        routes.MapPost("/sign-out", (Delegate)OutAsync).ExcludeFromDescription().AddEndpointFilter(FormToken.RequireAsync);
    }

    public static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "emulation";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = CheckKeyAsync;
    }

    private static async Task<RedirectHttpResult> InAsync(
        [FromForm] string? key, [FromForm] string? returnUrl, HttpContext context, AccessKeys keys, ILogger<WebSettings> logger)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        var back = LocalUrl(returnUrl);
        if (string.IsNullOrWhiteSpace(key) || keys.Check(key.Trim()) is not { } holder)
        {
            logger.SignInRefused(address);
            return TypedResults.LocalRedirect($"/sign-in?wrong=1&returnUrl={Uri.EscapeDataString(back)}");
        }

        await context.SignInAsync(Schemes.Cookie, Principal.ForCookie(holder, key.Trim()), new AuthenticationProperties { IsPersistent = true });
        logger.SignedIn(holder.Name, holder.Role, address);
        return TypedResults.LocalRedirect(back);
    }

    private static async Task<RedirectHttpResult> OutAsync(HttpContext context)
    {
        await context.SignOutAsync(Schemes.Cookie);
        return TypedResults.LocalRedirect("/sign-in");
    }

    /// <summary>A key that was withdrawn must not live on in a cookie.</summary>
    private static Task CheckKeyAsync(CookieValidatePrincipalContext context)
    {
        var keys = context.HttpContext.RequestServices.GetRequiredService<AccessKeys>();
        if (Principal.KeyOf(context.Principal) is not { } key || keys.Check(key) is null)
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    /// <summary>Only a path of this site; anything else leads to the board.</summary>
    internal static string LocalUrl(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
