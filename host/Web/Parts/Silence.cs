using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Parts;

/// <summary>Targets with nothing to say yet stand folded; the script fetches the page again when one begins to speak.</summary>
internal static class Silence
{
    public static bool Of(TargetJson target) => target.Value is null && target.Points is null;

    public static bool Of(OrganisationTargetJson target) => target.Attainment is null;

    /// <summary>As the script reads it.</summary>
    public static string Mark(bool isSilent) => isSilent ? "true" : "false";
}
