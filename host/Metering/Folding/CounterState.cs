using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>What has to be remembered between two readings of a source.</summary>
/// <param name="Reference">The last reading that fits the line; the next amount is counted from it.</param>
/// <param name="Before">The reading before it on the line, from which the last interval was counted.</param>
/// <param name="Earlier">The one before that.</param>
/// <param name="LastMarks">Marks of the interval between <paramref name="Before"/> and <paramref name="Reference"/>.</param>
/// <param name="Open">A reading that nothing has explained yet.</param>
/// <param name="Settling">Readings until the state depends on the last three readings alone again; 0 when it does.</param>
public readonly record struct CounterState(
    MeterReading? Reference, MeterReading? Before, MeterReading? Earlier, IntervalMarks LastMarks, OpenReading? Open, int Settling)
{
    /// <summary>Readings that it takes after something unusual until nothing of it is remembered.</summary>
    internal const int SettlingTime = 3;

    /// <summary>What a flickering register showed, below the high-water mark that <see cref="Reference"/> keeps; null when it shows the mark.</summary>
    public RegisterValue? Shown { get; init; }

    /// <summary>The line that was left in an impossible rise, for a day; null when nothing was.</summary>
    public LeftLine? Left { get; init; }

    /// <summary>No reading yet.</summary>
    public static CounterState Empty => default;

    /// <summary>Nothing is open.</summary>
    public bool IsSettled => Open is null;

    /// <summary>It is what <see cref="SourceFold.Plain"/> makes of the last three readings: a fold can begin anew here.</summary>
    public bool IsPlain => Open is null && Settling == 0;

    /// <summary>A line that begins, with nothing known of its rate.</summary>
    internal static CounterState Begun(MeterReading reading) => new(reading, null, null, IntervalMarks.Measured, null, SettlingTime);
}
