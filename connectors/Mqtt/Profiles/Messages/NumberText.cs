using System.Globalization;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// Reads a number from its text without going through binary floating point: digits, one point, an exponent. A comma is
/// an error, since "12,5" is 12.5 in one country and 125 in another. Leading zeros are fine (meter displays have them).
/// </summary>
internal static class NumberText
{
    /// <summary>Beyond it no register makes sense in any unit, and products with factors stay inside a decimal.</summary>
    private const decimal Largest = 10_000_000_000_000_000_000m;

    private const int FastDigits = 18;

    public static NumberResult Read(ReadOnlySpan<byte> text, out decimal value)
    {
        value = 0;
        if (!TryScan(text, out var shape))
        {
            return NumberResult.NotANumber;
        }

        if (!shape.HasExponent && shape.Digits <= FastDigits)
        {
            value = new decimal((int)shape.Mantissa, (int)(shape.Mantissa >> 32), 0, shape.Negative, shape.Decimals);
            return NumberResult.Number;
        }

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, style, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= Largest
            ? NumberResult.Number
            : NumberResult.OutOfRange;
    }

    private static bool TryScan(ReadOnlySpan<byte> text, out Shape shape)
    {
        shape = default;
        var i = 0;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            shape.Negative = text[0] == (byte)'-';
            i = 1;
        }

        var whole = Digits(text, ref i, ref shape.Mantissa);
        if (whole == 0)
        {
            return false;
        }

        var decimals = 0;
        if (i < text.Length && text[i] == (byte)'.')
        {
            i++;
            decimals = Digits(text, ref i, ref shape.Mantissa);
            if (decimals == 0)
            {
                return false;
            }
        }

        shape.Digits = whole + decimals;
        shape.Decimals = (byte)Math.Min(decimals, FastDigits);
        return i == text.Length || TryExponent(text, i, ref shape);
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, int i, ref Shape shape)
    {
        if (text[i] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        i++;
        if (i < text.Length && text[i] is (byte)'-' or (byte)'+')
        {
            i++;
        }

        shape.HasExponent = true;
        ulong exponent = 0;
        return Digits(text, ref i, ref exponent) > 0 && i == text.Length;
    }

    // The mantissa may wrap round with more than 18 digits; it is not used then.
    private static int Digits(ReadOnlySpan<byte> text, ref int i, ref ulong mantissa)
    {
        var start = i;
        while (i < text.Length && (uint)(text[i] - '0') <= 9)
        {
            mantissa = unchecked((mantissa * 10) + (ulong)(text[i] - '0'));
            i++;
        }

        return i - start;
    }

    private struct Shape
    {
        public ulong Mantissa;
        public bool Negative;
        public bool HasExponent;
        public int Digits;
        public byte Decimals;
    }
}
