using System.Security.Claims;
using EmulationPlatform.Scoring.Declaring;

namespace EmulationPlatform.Web.Access;

/// <summary>Who may say what about a figure, and appeal.</summary>
internal static class DeclaringRules
{
    /// <summary>A unit head appeals for the own unit; those who verify may for any.</summary>
    public static bool MayAppeal(ClaimsPrincipal user, string unit) => Policies.MayVerify(user) || Principal.UnitOf(user) == unit;

    /// <summary>Why a person may not say it, in English; null when the person may.</summary>
    public static string? Refusal(ClaimsPrincipal user, StoredDeclaration said, bool isRating)
    {
        var isJudging = said.Kind is nameof(DeclarationKind.Verified) or nameof(DeclarationKind.Returned);
        if (isJudging)
        {
            return Policies.MayVerify(user) ? null : "Verifying and sending back need the role Office, Council or Admin.";
        }

        if (Policies.MayVerify(user))
        {
            return null;
        }

        var own = Principal.UnitOf(user);
        return own.Length == 0 ? "This key speaks for no unit; make one with: key create --name NAME --role UnitHead --unit UNIT."
            : isRating || own == said.Unit ? null
            : $"This key speaks for the unit '{own}' only.";
    }
}
