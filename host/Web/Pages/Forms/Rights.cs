using System.Security.Claims;

namespace EmulationPlatform.Web.Pages.Forms;

/// <summary>Which forms a page offers; the endpoints check again.</summary>
internal static class Rights
{
    /// <summary>Decides about base years.</summary>
    public static bool MayDecide(ClaimsPrincipal user) => user.IsInRole(nameof(Role.Office)) || user.IsInRole(nameof(Role.Admin));

    /// <summary>Works with the meters first of all.</summary>
    public static bool IsFacilities(ClaimsPrincipal user) => user.IsInRole(nameof(Role.Facilities));
}
