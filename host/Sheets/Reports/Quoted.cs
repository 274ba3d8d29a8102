using System.Text;

namespace EmulationPlatform.Sheets;

/// <summary>Content of a file inside a sentence: short, on one line, whatever somebody put into the cell.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    public static string Text(string content)
    {
        var shown = new StringBuilder("\"");
        foreach (var rune in content.EnumerateRunes())
        {
            if (shown.Length > Longest)
            {
                shown.Append('…');
                break;
            }

            // Format characters (zero width, direction marks) hide the very thing the sentence is about.
            shown.Append(Visible(rune) ? rune.ToString() : $"<U+{rune.Value:X4}>");
        }

        return shown.Append('"').ToString();
    }

    private static bool Visible(Rune rune) => rune.Value == ' ' || !(Rune.IsControl(rune) || Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format);
}
