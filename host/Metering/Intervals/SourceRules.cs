using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>Everything beside the readings that decides what a source has counted: its settings and what people entered.</summary>
/// <param name="Factor">
/// Measure of the metric per unit of the register, above 0 (current transformer ratio, litres per pulse); for a gauge, measure
/// of the metric per hour at a value of 1. Holds from the beginning until a dated factor takes its place.
/// </param>
public sealed record SourceRules(decimal Factor)
{
    /// <summary>Half of what an amount holds, so that the difference of any two positions is an amount.</summary>
    private const decimal FarthestPosition = 4_611_686_018_427m;

    /// <summary>It keeps a year of whatever is sent within what amounts can hold.</summary>
    private const decimal GreatestRatePerHour = 1_000_000_000m;

    /// <summary>A gigawatt, or a million m³ or pages an hour: no meter of an office counts that. Installers set the true limit of theirs.</summary>
    private const decimal UsualGreatestRatePerHour = 1_000_000m;

    /// <summary>Registers tick in steps: within a shorter time a step says nothing about the rate.</summary>
    private const long ShortestTimeForRate = 60_000;

    /// <summary>A register that flickers by up to a thousandth has not run backwards.</summary>
    private const long JitterShare = 1_000;

    private readonly Int128 maxMicroPerHour = (Int128)(UsualGreatestRatePerHour * 1_000_000m);

    public static SourceRules Plain { get; } = new(1m);

    public SourceKind Kind { get; init; } = SourceKind.Counter;

    /// <summary>Value at which the register starts again from 0, in units of the register; null when unknown.</summary>
    public decimal? RegisterWidth { get; init; }

    /// <summary>Greatest possible consumption per hour, in the metric's measure; null when unknown.</summary>
    public decimal? MaxRatePerHour
    {
        get;
        init
        {
            field = value;
            maxMicroPerHour = (Int128)(Math.Min(value ?? UsualGreatestRatePerHour, GreatestRatePerHour) * 1_000_000m);
        }
    }

    /// <summary>
    /// False for devices whose counter does not start at 0 after a repair (printers get another board): a fall that stays makes
    /// a new line, and what was counted before it is unknown.
    /// </summary>
    public bool RestartsAtZero { get; init; } = true;

    /// <summary>Fall of the register that is passed over at any value; a thousandth of the value always is.</summary>
    public RegisterValue Jitter { get; init; }

    /// <summary>Values of a gauge further apart say nothing about the time between them.</summary>
    public TimeSpan LongestGaugePause { get; init; } = TimeSpan.FromMinutes(30);

    public EventTimeline Events { get; init; } = EventTimeline.None;

    /// <summary>
    /// False when the value times a factor is beyond ± 4.6·10¹² of the metric, for a gauge beyond 10⁹ an hour; such a reading cannot be folded and belongs in
    /// quarantine.
    /// </summary>
    public bool Holds(RegisterValue value)
    {
        var factor = Math.Max(Factor, Events.GreatestFactor);
        if (Kind == SourceKind.Gauge)
        {
            return factor <= 0.1m || Math.Abs(value.ToDecimal()) <= GreatestRatePerHour / factor;
        }

        return factor <= 1m || Math.Abs(value.ToDecimal()) <= FarthestPosition / factor;
    }

    /// <summary>
    /// Growth of the register times the factors that hold in the time between, changed linearly where a factor changes. With
    /// one factor it is a difference of rounded positions, so that rounding never adds up over a year of readings.
    /// </summary>
    internal Amount Between(MeterReading from, MeterReading to)
    {
        var factor = Events.FactorAt(from.At) ?? Factor;
        var sum = 0L;
        foreach (var change in Events.FactorsWithin(from.At, to.At))
        {
            var turn = Line.At(from, to, change.At);
            sum = checked(sum + Position(turn.Value, factor) - Position(from.Value, factor));
            (from, factor) = (turn, change.Factor);
        }

        return new(checked(sum + Position(to.Value, factor) - Position(from.Value, factor)));
    }

    /// <summary>More than the source can count in that time.</summary>
    internal bool IsImpossible(Amount amount, long milliseconds) =>
        (Int128)amount.Micro * Hour.Milliseconds > maxMicroPerHour * Math.Max(milliseconds, ShortestTimeForRate);

    internal bool IsJitter(RegisterValue high, RegisterValue low) =>
        high.Nano - low.Nano is var fall && fall <= Math.Max(Jitter.Nano, Math.Abs(high.Nano / JitterShare));

    private static long Position(RegisterValue value, decimal factor) =>
        factor == 1m
            ? RoundToMicro(value.Nano)
            : (long)decimal.Round(value.ToDecimal() * factor * 1_000_000m, MidpointRounding.AwayFromZero);

    private static long RoundToMicro(long nano)
    {
        var quotient = nano / 1_000;
        var rest = nano % 1_000;
        return rest >= 500 ? quotient + 1 : rest <= -500 ? quotient - 1 : quotient;
    }
}
