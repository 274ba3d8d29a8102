using System.Globalization;

namespace EmulationPlatform.Sheets;

/// <summary>
/// Numbers as text, strictly in the declared form. Own code, since the cultures of .NET do not check group sizes (vi-VN reads 1.23 as 123)
/// and change with the globalization settings of the machine.
/// </summary>
public static class NumberText
{
    /// <summary>A decimal holds any number of so many digits exactly.</summary>
    private const int MostDigits = 28;

    /// <returns><see langword="false"/> for anything but an optional minus, ASCII digits and the form's separators; exponents and spaces are refused.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, NumberForm form, out decimal value)
    {
        value = 0;
        var negative = text is ['-', ..];
        var unsigned = negative ? text[1..] : text;
        var mark = unsigned.IndexOf(form == NumberForm.Vietnamese ? ',' : '.');
        var whole = mark < 0 ? unsigned : unsigned[..mark];
        var fraction = mark < 0 ? [] : unsigned[(mark + 1)..];
        if (whole.IsEmpty || (mark >= 0 && fraction.IsEmpty) || (form == NumberForm.Vietnamese && !GroupsAreWhole(whole)))
        {
            return false;
        }

        UInt128 digits = 0;
        var count = 0;
        if (!Append(whole, form == NumberForm.Vietnamese, ref digits, ref count) || !Append(fraction, groups: false, ref digits, ref count))
        {
            return false;
        }

        value = new decimal((int)(uint)digits, (int)(uint)(digits >> 32), (int)(uint)(digits >> 64), negative && digits != 0, (byte)fraction.Length);
        return true;
    }

    /// <summary>Always so many <paramref name="decimals"/> (0 to 28), halves away from zero, never thousands separators: spreadsheets and we read it back.</summary>
    public static string Format(decimal value, int decimals, NumberForm form)
    {
        var text = decimal.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return form == NumberForm.Vietnamese ? text.Replace('.', ',') : text;
    }

    /// <summary>The sentence for a person whose number was refused.</summary>
    internal static string Advice(string text, NumberForm form)
    {
        var other = form == NumberForm.Invariant ? NumberForm.Vietnamese : NumberForm.Invariant;
        var rule = form == NumberForm.Invariant
            ? "Write a decimal point and no thousands separators, such as 1234.5"
            : "Write a decimal comma, and points only between groups of three digits, such as 1.234,5";
        return TryParse(text, other, out _)
            ? $"{rule}; or declare {(other == NumberForm.Vietnamese ? "Vietnamese (1.234,5)" : "invariant (1234.5)")} numbers if the whole file is written so."
            : $"{rule}.";
    }

    private static bool Append(ReadOnlySpan<char> text, bool groups, ref UInt128 digits, ref int count)
    {
        foreach (var sign in text)
        {
            if (groups && sign == '.')
            {
                continue;
            }

            if (!char.IsAsciiDigit(sign) || ++count > MostDigits)
            {
                return false;
            }

            digits = (digits * 10) + (uint)(sign - '0');
        }

        return true;
    }

    /// <summary>0.123 is refused although its group has three digits: nobody groups a zero, it is a decimal point in the wrong form.</summary>
    private static bool GroupsAreWhole(ReadOnlySpan<char> whole)
    {
        var point = whole.IndexOf('.');
        if (point < 0)
        {
            return true;
        }

        if (point is 0 or > 3 || whole[0] == '0')
        {
            return false;
        }

        for (var at = point; at < whole.Length; at += 4)
        {
            if (whole[at] != '.' || whole.Length - at < 4 || whole[(at + 1)..(at + 4)].Contains('.'))
            {
                return false;
            }
        }

        return true;
    }
}
