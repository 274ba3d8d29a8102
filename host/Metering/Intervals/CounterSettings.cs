using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>Settings of a counter that decide what its readings mean.</summary>
/// <param name="Factor">Measure of the metric per unit of the register, above 0 (current transformer ratio, litres per pulse).</param>
public sealed record CounterSettings(decimal Factor)
{
    /// <summary>Half of what an amount holds, so that the difference of any two positions is an amount.</summary>
    private const decimal FarthestPosition = 4_611_686_018_427m;

    public static CounterSettings Plain { get; } = new(1m);

    /// <summary>
    /// False when the value times the factor is beyond ± 4.6·10¹² of the metric; such a reading cannot be folded and belongs in
    /// quarantine.
    /// </summary>
    public bool Holds(RegisterValue value) => Factor <= 1m || Math.Abs(value.ToDecimal()) <= FarthestPosition / Factor;

    /// <summary>
    /// The register in 10⁻⁶ of the metric. Intervals are differences of these rounded positions, so that rounding never adds
    /// up over a year of readings.
    /// </summary>
    internal long PositionMicro(RegisterValue value) =>
        Factor == 1m
            ? RoundToMicro(value.Nano)
            : (long)decimal.Round(value.ToDecimal() * Factor * 1_000_000m, MidpointRounding.AwayFromZero);

    internal Amount Between(RegisterValue from, RegisterValue to) => new(checked(PositionMicro(to) - PositionMicro(from)));

    private static long RoundToMicro(long nano)
    {
        var quotient = nano / 1_000;
        var rest = nano % 1_000;
        return rest >= 500 ? quotient + 1 : rest <= -500 ? quotient - 1 : quotient;
    }
}
