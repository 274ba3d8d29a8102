using Microsoft.AspNetCore.Authorization;

namespace EmulationPlatform.Web.Access;

/// <summary>Who may change what; reading needs only to be known.</summary>
internal static class Policies
{
    /// <summary>Units, approval of base years, official results.</summary>
    public const string Registry = "registry";

    /// <summary>Sources, readings, events and quarantine; proposals of base years.</summary>
    public const string Metering = "metering";

    /// <summary>Who did what, with before and after.</summary>
    public const string Audit = "audit";

    /// <summary>Open points of the plan; which role decides each is the plan's own word.</summary>
    public const string Deciding = "deciding";

    /// <summary>Declaring figures and appealing; for which unit is checked with the entry.</summary>
    public const string Declaring = "declaring";

    /// <summary>Photos and documents, by everybody who meters or declares.</summary>
    public const string Evidence = "evidence";

    /// <summary>Verifying, sending back, answering appeals.</summary>
    public const string Verifying = "verifying";

    private static readonly string[] DecidingRoles = [nameof(Role.Office), nameof(Role.Admin), nameof(Role.Council)];
    private static readonly string[] DeclaringRoles = [nameof(Role.UnitHead), nameof(Role.Office), nameof(Role.Admin), nameof(Role.Council)];
    private static readonly string[] VerifyingRoles = [nameof(Role.Office), nameof(Role.Admin), nameof(Role.Council)];
    private static readonly string[] AuditRoles = [nameof(Role.Office), nameof(Role.Admin), nameof(Role.Council)];
    private static readonly string[] RegistryRoles = [nameof(Role.Office), nameof(Role.Admin)];
    private static readonly string[] MeteringRoles = [nameof(Role.Facilities), nameof(Role.Office), nameof(Role.Admin)];

    public static void Configure(AuthorizationOptions options)
    {
        // Also holds for addresses that no endpoint answers, so that nothing is open by being forgotten.
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(Registry, policy => policy.RequireAuthenticatedUser().RequireRole(RegistryRoles));
        options.AddPolicy(Audit, policy => policy.RequireAuthenticatedUser().RequireRole(AuditRoles));
        options.AddPolicy(Deciding, policy => policy.RequireAuthenticatedUser().RequireRole(DecidingRoles));
        options.AddPolicy(Declaring, policy => policy.RequireAuthenticatedUser().RequireRole(DeclaringRoles));
        options.AddPolicy(Verifying, policy => policy.RequireAuthenticatedUser().RequireRole(VerifyingRoles));
        options.AddPolicy(Evidence, policy => policy.RequireAuthenticatedUser().RequireRole([.. MeteringRoles.Union(DeclaringRoles)]));
        options.AddPolicy(Metering, policy => policy.RequireAuthenticatedUser().RequireRole(MeteringRoles));
    }

    /// <summary>Whether a page should offer the metering forms at all; the endpoints check again.</summary>
    public static bool MayMeter(System.Security.Claims.ClaimsPrincipal user) => MeteringRoles.Any(user.IsInRole);

    public static bool MayVerify(System.Security.Claims.ClaimsPrincipal user) => VerifyingRoles.Any(user.IsInRole);

    public static bool MayDeclare(System.Security.Claims.ClaimsPrincipal user) => DeclaringRoles.Any(user.IsInRole);

    /// <summary>Roles in which the user decides: an admin stands in for every role of a plan.</summary>
    public static IReadOnlyCollection<string> ActsAs(System.Security.Claims.ClaimsPrincipal user) =>
        user.IsInRole(nameof(Role.Admin)) ? Enum.GetNames<Role>() : Principal.RolesOf(user);

    /// <summary>Whether what the user proposes counts at once.</summary>
    public static bool MayApprove(System.Security.Claims.ClaimsPrincipal user) => RegistryRoles.Any(user.IsInRole);
}
