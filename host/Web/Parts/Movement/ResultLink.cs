using System.Globalization;

namespace EmulationPlatform.Web.Parts.Movement;

/// <summary>Where an official result is shown.</summary>
internal static class ResultLink
{
    public static string Of(long no) => string.Create(CultureInfo.InvariantCulture, $"/snapshots/{no}");
}
