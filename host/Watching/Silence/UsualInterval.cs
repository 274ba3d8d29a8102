using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>The median of the last intervals between the times at which a source spoke.</summary>
internal sealed class UsualInterval
{
    public const int Kept = 20;
    public const int Needed = 5;

    /// <summary>Readings that arrive within this time are one bundle: a device that sends a day's readings at once speaks once a day.</summary>
    private static readonly TimeSpan Bundle = TimeSpan.FromSeconds(30);

    private readonly Queue<long> milliseconds = new();
    private TimeSpan? usual;
    private Instant? bundleStart;

    public UsualInterval(IEnumerable<TimeSpan> intervals, Instant? last)
    {
        bundleStart = last;
        foreach (var interval in intervals)
        {
            Add(interval);
        }
    }

    /// <summary>Null until enough intervals are known.</summary>
    public TimeSpan? Usual => usual ??= milliseconds.Count >= Needed ? TimeSpan.FromMilliseconds(Median.Of([.. milliseconds])) : null;

    public IReadOnlyList<TimeSpan> Intervals => [.. milliseconds.Select(each => TimeSpan.FromMilliseconds(each))];

    public void Hear(Instant receivedAt)
    {
        if (bundleStart is { } start && receivedAt >= start)
        {
            if (receivedAt - start < Bundle)
            {
                return;
            }

            Add(receivedAt - start);
        }

        bundleStart = receivedAt;
    }

    private void Add(TimeSpan interval)
    {
        milliseconds.Enqueue((long)interval.TotalMilliseconds);
        usual = null;
        if (milliseconds.Count > Kept)
        {
            milliseconds.Dequeue();
        }
    }
}
