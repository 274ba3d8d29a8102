using EmulationPlatform.Storage.Records;

namespace EmulationPlatform.Units.Ledger;

/// <summary>Numbers that hold from a day on.</summary>
internal static class DatedNumbers
{
    /// <summary>The number of a day; before the first one, the first; null without any.</summary>
    public static decimal? At(IReadOnlyList<DatedNumber> numbers, DateOnly day)
    {
        decimal? found = numbers.Count > 0 ? numbers[0].Value : null;
        foreach (var number in numbers)
        {
            if (number.From <= day)
            {
                found = number.Value;
            }
        }

        return found;
    }
}
