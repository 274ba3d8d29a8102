using System.Buffers;
using System.Globalization;
using System.Text;

namespace EmulationPlatform.Storage.Evidence;

/// <summary>Names of files as people gave them, made harmless for pages and downloads. No file is ever stored under them.</summary>
internal static class EvidenceName
{
    /// <summary>Letters kept before the ending: at most 240 bytes of UTF-8, which every file system takes.</summary>
    private const int MostLetters = 80;

    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\");
    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"|?*%");

    /// <summary>Names of devices, which Windows takes for the device with any ending.</summary>
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })], StringComparer.OrdinalIgnoreCase);

    public static string Clean(string name, string mediaType)
    {
        var shown = new StringBuilder();
        foreach (var rune in name.AsSpan(name.AsSpan().LastIndexOfAny(Separators) + 1).EnumerateRunes())
        {
            if (IsShown(rune))
            {
                shown.Append(rune.IsBmp && Reserved.Contains((char)rune.Value) ? "_" : rune.ToString());
            }
        }

        // One form of letters with several marks, so that the same Vietnamese name is the same text from every telephone.
        var (stem, ending) = Split(shown.ToString().Normalize(NormalizationForm.FormC), MagicBytes.Endings(mediaType));
        stem = Shorten(stem).Trim(' ', '.');
        return stem.Length == 0 ? "evidence" + ending
            : Devices.Contains(stem.Split('.')[0].TrimEnd()) ? "_" + stem + ending
            : stem + ending;
    }

    /// <summary>Not control characters, nor the invisible ones that turn the direction of writing and so hide an ending.</summary>
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static (string Stem, string Ending) Split(string name, IReadOnlyList<string> endings)
    {
        var given = endings.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        return given is null ? (name, endings[0]) : (name[..^given.Length], given);
    }

    private static string Shorten(string text) =>
        text.Length <= MostLetters ? text : text[..(char.IsHighSurrogate(text[MostLetters - 1]) ? MostLetters - 1 : MostLetters)];
}
