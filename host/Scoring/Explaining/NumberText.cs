using System.Globalization;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Numbers in formulas: 1.234,5 for Vietnamese readers and 1,234.5 for English ones, whatever culture data the machine has.</summary>
internal static class NumberText
{
    public const int UsualDecimals = 4;

    private static readonly NumberFormatInfo Vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };
    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "−" };

    /// <summary>A text with the same numbers in both languages.</summary>
    /// <param name="vi">With {0}, {1} … for the numbers.</param>
    public static LocalizedText Of(string vi, string en, params ReadOnlySpan<decimal> numbers) => Of(vi, en, UsualDecimals, numbers);

    /// <param name="decimals">Most that are written.</param>
    public static LocalizedText Of(string vi, string en, int decimals, ReadOnlySpan<decimal> numbers) =>
        new(Put(vi, Vietnamese, decimals, numbers), Put(en, English, decimals, numbers));

    public static LocalizedText Number(decimal number) => new(Text(number, Vietnamese, UsualDecimals), Text(number, English, UsualDecimals));

    public static LocalizedText Percent(decimal share) => new(Text(share * 100m, Vietnamese, UsualDecimals) + "%", Text(share * 100m, English, UsualDecimals) + "%");

    /// <summary>A year is no number with a thousands separator.</summary>
    public static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    public static decimal Round(decimal number, int decimals) => decimal.Round(number, decimals, MidpointRounding.AwayFromZero);

    private static string Put(string pattern, NumberFormatInfo format, int decimals, ReadOnlySpan<decimal> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            pattern = pattern.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", Text(numbers[i], format, decimals), StringComparison.Ordinal);
        }

        return pattern;
    }

    private static string Text(decimal number, NumberFormatInfo format, int decimals) => Round(number, decimals).ToString("#,##0." + new string('#', decimals), format);
}
