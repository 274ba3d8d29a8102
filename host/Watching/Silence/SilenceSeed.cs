using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>What is known of a source's rhythm when watching begins.</summary>
/// <param name="Intervals">The last intervals between the times at which it spoke, oldest first.</param>
/// <param name="Last">Its newest reading; null when it never sent any.</param>
/// <param name="ListenedUntil">
/// When the host last heard anything from anybody before it stopped. Silence from then to the start is the host's own and does
/// not count; null takes all of the time since the last reading for it.
/// </param>
public sealed record SilenceSeed(IReadOnlyList<TimeSpan> Intervals, Heard? Last, Instant? ListenedUntil)
{
    /// <summary>Null until enough intervals are known.</summary>
    public TimeSpan? Usual => new UsualInterval(Intervals, null).Usual;

    public static SilenceSeed Nothing { get; } = new([], null, null);

    /// <param name="readings">The last ones, oldest first; 300 are plenty.</param>
    public static SilenceSeed Of(IEnumerable<Heard> readings, Instant? listenedUntil)
    {
        var usual = new UsualInterval([], null);
        Heard? last = null;
        foreach (var reading in readings)
        {
            usual.Hear(reading.ReceivedAt);
            last = reading;
        }

        return new SilenceSeed(usual.Intervals, last, listenedUntil);
    }
}
