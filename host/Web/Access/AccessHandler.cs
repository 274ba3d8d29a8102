using System.Text.Encodings.Web;
using EmulationPlatform.Web.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace EmulationPlatform.Web.Access;

/// <summary>Says who is asking, and how to be let in: problem details for programs, the sign-in page for people.</summary>
internal sealed class AccessHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, AccessKeys keys, WebSettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerHeader.Read(Request.Headers.Authorization) is { } key)
        {
            // A wrong key is refused even where no key is needed: the sender should hear that it is wrong.
            return keys.Check(key) is { } holder ? Success(holder) : AuthenticateResult.Fail("The key is not one of ours.");
        }

        var cookie = await Context.AuthenticateAsync(Schemes.Cookie);
        if (cookie.Succeeded)
        {
            return AuthenticateResult.Success(new AuthenticationTicket(cookie.Principal, Schemes.Access));
        }

        return settings.OpenOnLoopback && Loopback.IsOwnMachine(Context)
            ? Success(new KeyHolder("demo", Role.Admin, ""))
            : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!RequestKind.IsForProgram(Request))
        {
            var back = UrlEncoder.Default.Encode(Request.PathBase + Request.Path + Request.QueryString);
            Response.Redirect($"/sign-in?returnUrl={back}");
            return Task.CompletedTask;
        }

        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized().ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (RequestKind.IsForProgram(Request))
        {
            return Problems.Forbidden(Principal.NameOf(Context)).ExecuteAsync(Context);
        }

        // The status-code page writes the words.
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static AuthenticateResult Success(KeyHolder holder) =>
        AuthenticateResult.Success(new AuthenticationTicket(Principal.Of(holder), Schemes.Access));
}
