namespace EmulationPlatform.Metering;

/// <summary>
/// What has to be remembered between two readings of a counter.
/// </summary>
/// <param name="Reference">The last reading that fits the line; the next amount is counted from it.</param>
/// <param name="Suspect">The first reading below the reference that later readings have not explained yet.</param>
public readonly record struct CounterState(MeterReading? Reference, MeterReading? Suspect)
{
    /// <summary>No reading yet.</summary>
    public static CounterState Empty => default;

    /// <summary>Everything before the reference is settled: what follows depends on the reference alone.</summary>
    public bool IsSettled => Suspect is null;
}
