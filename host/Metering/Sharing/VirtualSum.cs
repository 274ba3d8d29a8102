using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>Virtual sources add consumption, never registers.</summary>
public static class VirtualSum
{
    /// <summary>The terms times their coefficients, each rounded half away from zero to the micro-unit.</summary>
    public static Amount Of(IEnumerable<(decimal Coefficient, Amount Amount)> terms)
    {
        var sum = Amount.Zero;
        foreach (var (coefficient, amount) in terms)
        {
            sum += new Amount((long)decimal.Round(amount.Micro * coefficient, MidpointRounding.AwayFromZero));
        }

        return sum;
    }
}
