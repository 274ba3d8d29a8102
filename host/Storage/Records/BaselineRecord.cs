using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>What a unit used of one metric in its base year.</summary>
/// <param name="Months">Twelve amounts, January first; null where a month is missing.</param>
/// <param name="MadeOf">Where the amounts come from.</param>
/// <param name="Reference">Document the numbers come from, as its readers know it.</param>
public sealed record BaselineRecord(string Unit, string Metric, int Year, IReadOnlyList<Amount?> Months, BaselineOrigin MadeOf, string Reference)
{
    private const int MonthsOfYear = 12;

    public bool Flat => MadeOf == BaselineOrigin.Total;

    /// <summary>Equal months that sum to a year's total exactly; what does not divide goes to the first months.</summary>
    public static IReadOnlyList<Amount?> EqualMonths(Amount total)
    {
        var (share, rest) = Math.DivRem(total.Micro, MonthsOfYear);
        return [.. Enumerable.Range(0, MonthsOfYear).Select(month => (Amount?)new Amount(month < rest ? share + 1 : share))];
    }
}
