using System.Globalization;

namespace EmulationPlatform.Sheets;

/// <summary>Names that Excel accepts for worksheets: at most 31 characters, none of []:*?/\, no apostrophe at the ends.</summary>
internal static class SheetName
{
    private const int Longest = 31;

    /// <param name="part">1 for the first worksheet of a table; the following get a number.</param>
    public static string Of(string wanted, int part)
    {
        var suffix = part == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({part})");
        var clean = new string([.. wanted.Select(sign => char.IsControl(sign) || char.IsSurrogate(sign) || "[]:*?/\\".Contains(sign) ? ' ' : sign)]).Trim(' ', '\'');
        var cut = clean[..Math.Min(clean.Length, Longest - suffix.Length)].TrimEnd(' ', '\'');
        return (cut.Length == 0 ? "Table" : cut) + suffix;
    }
}
