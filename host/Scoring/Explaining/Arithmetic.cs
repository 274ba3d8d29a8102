using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>
/// A calculation as it is written. Its numbers have as many decimals as it takes to come from them, with a pocket calculator, to
/// the result that stands beside them (scoring §7).
/// </summary>
internal static class Arithmetic
{
    private const int MostDecimals = 12;

    /// <param name="pattern">With {0}, {1} … for the numbers and the next one for the result; the same in both languages.</param>
    /// <param name="redo">The calculation itself; null where it cannot be done, as with a divisor that was rounded to nothing.</param>
    public static LocalizedText Of(string pattern, Func<decimal[], decimal?> redo, decimal result, params decimal[] numbers) =>
        Of(pattern, pattern, NumberText.UsualDecimals, redo, result, numbers);

    /// <param name="decimals">Of the result.</param>
    public static LocalizedText Of(string vi, string en, int decimals, Func<decimal[], decimal?> redo, decimal result, decimal[] numbers)
    {
        var shown = NumberText.Round(result, decimals);
        var digits = NumberText.UsualDecimals;
        while (digits < MostDecimals && !Gives(redo, Rounded(numbers, digits), shown, decimals))
        {
            digits++;
        }

        return NumberText.Of(vi, en, digits, [.. numbers, shown]);
    }

    public static decimal? Quotient(decimal part, decimal whole) => whole == 0m ? null : part / whole;

    private static decimal[] Rounded(decimal[] numbers, int digits) => Array.ConvertAll(numbers, number => NumberText.Round(number, digits));

    private static bool Gives(Func<decimal[], decimal?> redo, decimal[] numbers, decimal shown, int decimals) =>
        redo(numbers) is { } result && NumberText.Round(result, decimals) == shown;
}
