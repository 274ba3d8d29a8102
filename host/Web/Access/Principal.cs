using System.Security.Claims;

namespace EmulationPlatform.Web.Access;

/// <summary>A key holder as ASP.NET Core carries one.</summary>
internal static class Principal
{
    private const string KeyClaim = "key";
    private const string UnitClaim = "unit";

    public static ClaimsPrincipal Of(KeyHolder holder) => new(Identity(holder));

    /// <summary>
    /// Carries the key itself, readable only by us inside the protected cookie, so that each request can check that it still holds.
    /// </summary>
    public static ClaimsPrincipal ForCookie(KeyHolder holder, string key)
    {
        var identity = Identity(holder);
        identity.AddClaim(new Claim(KeyClaim, key));
        return new ClaimsPrincipal(identity);
    }

    public static string? KeyOf(ClaimsPrincipal? user) => user?.FindFirstValue(KeyClaim);

    public static string NameOf(HttpContext context) => context.User.Identity?.Name ?? "";

    /// <summary>Unit for which a unit head speaks; empty for everybody else.</summary>
    public static string UnitOf(ClaimsPrincipal user) => user.FindFirstValue(UnitClaim) ?? "";

    public static IReadOnlyCollection<string> RolesOf(ClaimsPrincipal user) => [.. user.FindAll(ClaimTypes.Role).Select(claim => claim.Value)];

    private static ClaimsIdentity Identity(KeyHolder holder) =>
        new([new Claim(ClaimTypes.Name, holder.Name), new Claim(ClaimTypes.Role, holder.Role.ToString()), new Claim(UnitClaim, holder.Unit)], Schemes.Access);
}
