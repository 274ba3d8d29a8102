using System.Globalization;

namespace EmulationPlatform.App.Control;

/// <summary>How far something is, in one line of text.</summary>
internal static class ProgressBar
{
    private const int Width = 30;

    /// <param name="part">0 to 1; null while the whole is not known.</param>
    public static string Of(string step, double? part, long done, string what)
    {
        var count = done.ToString("N0", CultureInfo.InvariantCulture);
        if (part is not { } share)
        {
            return $"{step} {count} {what}";
        }

        var full = (int)Math.Round(Math.Clamp(share, 0, 1) * Width);
        return $"{step} [{new string('#', full)}{new string('.', Width - full)}] {share.ToString("P0", CultureInfo.InvariantCulture)} {count} {what}";
    }
}
