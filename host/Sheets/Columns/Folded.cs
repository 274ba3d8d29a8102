using System.Text;

namespace EmulationPlatform.Sheets;

/// <summary>
/// Text without marks, case, spaces, hyphens and underscores, for comparing headers. Own table, since decomposition by .NET leaves đ alone
/// and does nothing with invariant globalization.
/// </summary>
internal static class Folded
{
    private static readonly Dictionary<char, char> Bases = Table(
        "aàáảãạăằắẳẵặâầấẩẫậ", "dđ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ");

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            var lower = char.ToLowerInvariant(sign);

            // Decomposed input (macOS) carries its marks as characters of their own.
            var isMark = lower is >= '\u0300' and <= '\u036F';
            if (!isMark && !char.IsWhiteSpace(lower) && lower is not ('_' or '-' or '\uFEFF' or '\u200B'))
            {
                folded.Append(Bases.GetValueOrDefault(lower, lower));
            }
        }

        return folded.ToString();
    }

    private static Dictionary<char, char> Table(params string[] families) =>
        families.SelectMany(family => family.Skip(1).Select(marked => (marked, plain: family[0]))).ToDictionary(pair => pair.marked, pair => pair.plain);
}
