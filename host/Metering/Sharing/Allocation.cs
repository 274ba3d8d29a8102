using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>Shares an amount of a shared meter out to those who use it.</summary>
public static class Allocation
{
    /// <summary>
    /// Parts in the order and proportion of the weights. They sum exactly to the amount: each is the difference of two rounded
    /// running totals.
    /// </summary>
    /// <param name="weights">0 or above, at least one above 0: fixed shares, people, square metres.</param>
    /// <exception cref="ArgumentException">No weight is above 0, or one is below.</exception>
    public static IReadOnlyList<Amount> Of(Amount amount, IReadOnlyList<decimal> weights)
    {
        var whole = weights.Sum();
        if (whole <= 0m || weights.Any(weight => weight < 0m))
        {
            throw new ArgumentException("Weights must be 0 or above, at least one of them above 0.", nameof(weights));
        }

        var parts = new Amount[weights.Count];
        var (reached, given) = (0m, 0L);
        for (var i = 0; i < parts.Length; i++)
        {
            reached += weights[i];
            var total = reached == whole ? amount.Micro : (long)decimal.Round(amount.Micro * (reached / whole), MidpointRounding.AwayFromZero);
            parts[i] = new Amount(checked(total - given));
            given = total;
        }

        return parts;
    }
}
