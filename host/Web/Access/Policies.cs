using Microsoft.AspNetCore.Authorization;

namespace EmulationPlatform.Web.Access;

/// <summary>Who may change what; reading needs only to be known.</summary>
internal static class Policies
{
    /// <summary>Units and baselines.</summary>
    public const string Registry = "registry";

    /// <summary>Sources, readings and quarantine.</summary>
    public const string Metering = "metering";

    private static readonly string[] RegistryRoles = [nameof(Role.Office), nameof(Role.Admin)];
    private static readonly string[] MeteringRoles = [nameof(Role.Facilities), nameof(Role.Office), nameof(Role.Admin)];

    public static void Configure(AuthorizationOptions options)
    {
        // Also holds for addresses that no endpoint answers, so that nothing is open by being forgotten.
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(Registry, policy => policy.RequireAuthenticatedUser().RequireRole(RegistryRoles));
        options.AddPolicy(Metering, policy => policy.RequireAuthenticatedUser().RequireRole(MeteringRoles));
    }

    /// <summary>Whether a page should offer the metering forms at all; the endpoints check again.</summary>
    public static bool MayMeter(System.Security.Claims.ClaimsPrincipal user) => MeteringRoles.Any(user.IsInRole);
}
