namespace EmulationPlatform.Load.Publisher;

/// <summary>
/// Times of a device's messages: evenly spaced in the past, so that a run of seconds covers hours of a meter's life and the
/// sharing over hours is part of the load.
/// </summary>
/// <param name="Start">Unix milliseconds of message 0.</param>
/// <param name="Step">Milliseconds between two messages, at least 1.</param>
/// <param name="Capacity">Messages that fit before the present.</param>
internal sealed record DeviceClock(long Start, long Step, long Capacity)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(20);
    private static readonly TimeSpan EndsBeforeNow = TimeSpan.FromMinutes(1);

    /// <param name="expectedMessages">Most messages one device is expected to send in the run.</param>
    public static DeviceClock EndingAt(DateTimeOffset now, long expectedMessages)
    {
        var window = (long)Window.TotalMilliseconds;
        var step = Math.Clamp(window / Math.Max(1, expectedMessages), 1, 1_000);
        return new(now.ToUnixTimeMilliseconds() - (long)EndsBeforeNow.TotalMilliseconds - window, step, window / step);
    }

    public long AtMilliseconds(long message) => Start + (message * Step);

    public bool TryFind(long atMilliseconds, out long message)
    {
        message = (atMilliseconds - Start) / Step;
        return atMilliseconds >= Start && AtMilliseconds(message) == atMilliseconds;
    }
}
