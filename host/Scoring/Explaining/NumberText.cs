using System.Globalization;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Numbers in formulas: 1.234,5 for Vietnamese readers and 1,234.5 for English ones, whatever culture data the machine has.</summary>
internal static class NumberText
{
    private const int MostDecimals = 4;

    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };
    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "−" };

    /// <summary>A text with the same numbers in both languages.</summary>
    /// <param name="vi">With {0}, {1} … for the numbers.</param>
    public static LocalizedText Of(string vi, string en, params ReadOnlySpan<decimal> numbers) => new(Put(vi, Vietnamese, numbers), Put(en, English, numbers));

    public static LocalizedText Number(decimal number) => new(Text(number, Vietnamese), Text(number, English));

    public static LocalizedText Percent(decimal share) => new(Text(share * 100m, Vietnamese) + "%", Text(share * 100m, English) + "%");

    private static string Put(string pattern, NumberFormatInfo format, ReadOnlySpan<decimal> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            pattern = pattern.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", Text(numbers[i], format), StringComparison.Ordinal);
        }

        return pattern;
    }

    private static string Text(decimal number, NumberFormatInfo format) =>
        decimal.Round(number, MostDecimals, MidpointRounding.AwayFromZero).ToString("#,##0.####", format);
}
