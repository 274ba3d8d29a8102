using Microsoft.AspNetCore.Authorization;

namespace EmulationPlatform.Web.Access;

/// <summary>Who may change what; reading needs only to be known.</summary>
internal static class Policies
{
    /// <summary>Units, approval of base years, official results.</summary>
    public const string Registry = "registry";

    /// <summary>Sources, readings, events, evidence and quarantine; proposals of base years.</summary>
    public const string Metering = "metering";

    /// <summary>Who did what, with before and after.</summary>
    public const string Audit = "audit";

    private static readonly string[] AuditRoles = [nameof(Role.Office), nameof(Role.Admin), nameof(Role.Council)];
    private static readonly string[] RegistryRoles = [nameof(Role.Office), nameof(Role.Admin)];
    private static readonly string[] MeteringRoles = [nameof(Role.Facilities), nameof(Role.Office), nameof(Role.Admin)];

    public static void Configure(AuthorizationOptions options)
    {
        // Also holds for addresses that no endpoint answers, so that nothing is open by being forgotten.
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(Registry, policy => policy.RequireAuthenticatedUser().RequireRole(RegistryRoles));
        options.AddPolicy(Audit, policy => policy.RequireAuthenticatedUser().RequireRole(AuditRoles));
        options.AddPolicy(Metering, policy => policy.RequireAuthenticatedUser().RequireRole(MeteringRoles));
    }

    /// <summary>Whether a page should offer the metering forms at all; the endpoints check again.</summary>
    public static bool MayMeter(System.Security.Claims.ClaimsPrincipal user) => MeteringRoles.Any(user.IsInRole);

    /// <summary>Whether what the user proposes counts at once.</summary>
    public static bool MayApprove(System.Security.Claims.ClaimsPrincipal user) => RegistryRoles.Any(user.IsInRole);
}
