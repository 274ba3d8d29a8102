using System.Globalization;
using System.Text;

namespace EmulationPlatform.Units;

/// <summary>Text as people search for it.</summary>
public static class PlainText
{
    /// <summary>Small letters without diacritics, so that "dien tang 2" finds "Điện tầng 2".</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }
}
