namespace EmulationPlatform.Sdk;

/// <summary>
/// A consumed quantity in 10⁻⁶ of its metric's measure (kWh, m³ …). Fixed point, so that hours sum to their intervals
/// exactly, in any order. Arithmetic is checked: overflow is a bug, never a wrapped number.
/// </summary>
public readonly record struct Amount(long Micro) : IComparable<Amount>
{
    private const decimal MicroPerOne = 1_000_000m;

    public static Amount Zero => default;

    /// <summary>Rounds half away from zero to six decimals.</summary>
    public static Amount From(decimal value) => new((long)decimal.Round(value * MicroPerOne, MidpointRounding.AwayFromZero));

    public decimal ToDecimal() => Micro / MicroPerOne;

    public int CompareTo(Amount other) => Micro.CompareTo(other.Micro);

    public static Amount operator +(Amount left, Amount right) => new(checked(left.Micro + right.Micro));

    public static Amount operator -(Amount left, Amount right) => new(checked(left.Micro - right.Micro));

    public static Amount operator -(Amount amount) => new(checked(-amount.Micro));

    public static bool operator <(Amount left, Amount right) => left.Micro < right.Micro;

    public static bool operator >(Amount left, Amount right) => left.Micro > right.Micro;

    public static bool operator <=(Amount left, Amount right) => left.Micro <= right.Micro;

    public static bool operator >=(Amount left, Amount right) => left.Micro >= right.Micro;
}
