namespace EmulationPlatform.Sdk;

/// <summary>
/// What a register or gauge shows, in 10⁻⁹ of the source's measure (kWh, m³, W …). Fixed point, so that equal readings
/// are equal whatever way they were sent. Range: ± 9.2·10⁹ of the measure.
/// </summary>
public readonly record struct RegisterValue(long Nano) : IComparable<RegisterValue>
{
    private const decimal NanoPerOne = 1_000_000_000m;

    /// <summary>Rounds half away from zero to nine decimals.</summary>
    /// <returns><see langword="false"/> when the value is outside ± 9,223,372,036.</returns>
    public static bool TryFrom(decimal value, out RegisterValue register)
    {
        if (value is > 9_223_372_036m or < -9_223_372_036m)
        {
            register = default;
            return false;
        }

        register = new RegisterValue((long)decimal.Round(value * NanoPerOne, MidpointRounding.AwayFromZero));
        return true;
    }

    /// <exception cref="ArgumentOutOfRangeException">The value is outside ± 9,223,372,036.</exception>
    public static RegisterValue From(decimal value) =>
        TryFrom(value, out var register) ? register : throw new ArgumentOutOfRangeException(nameof(value), value, "Outside ± 9,223,372,036.");

    public decimal ToDecimal() => Nano / NanoPerOne;

    public int CompareTo(RegisterValue other) => Nano.CompareTo(other.Nano);

    public static bool operator <(RegisterValue left, RegisterValue right) => left.Nano < right.Nano;

    public static bool operator >(RegisterValue left, RegisterValue right) => left.Nano > right.Nano;

    public static bool operator <=(RegisterValue left, RegisterValue right) => left.Nano <= right.Nano;

    public static bool operator >=(RegisterValue left, RegisterValue right) => left.Nano >= right.Nano;
}
