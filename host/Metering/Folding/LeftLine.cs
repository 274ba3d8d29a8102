namespace EmulationPlatform.Metering;

/// <summary>The line that a register left in a rise no source can make, and on whose new height two readings agreed.</summary>
/// <param name="From">The last reading on the old line.</param>
/// <param name="High">The first one on the new height.</param>
public readonly record struct LeftLine(MeterReading From, MeterReading High)
{
    /// <summary>A register that comes back later than that has begun a new line.</summary>
    internal const long LongestMilliseconds = 24 * Hour.Milliseconds;
}
