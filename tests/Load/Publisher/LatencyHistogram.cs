using System.Diagnostics;
using System.Numerics;

namespace EmulationPlatform.Load.Publisher;

/// <summary>Durations counted in buckets of at most 1.6 % width, from 1 µs to over an hour. Not thread-safe.</summary>
internal sealed class LatencyHistogram
{
    private const int SubBits = 6;
    private const int Subs = 1 << SubBits;

    private readonly long[] counts = new long[(32 - SubBits + 1) * Subs];

    public long Count { get; private set; }

    public void Add(long stopwatchTicks)
    {
        var microseconds = Math.Clamp(stopwatchTicks * 1_000_000 / Stopwatch.Frequency, 0, uint.MaxValue);
        counts[BucketOf((ulong)microseconds)]++;
        Count++;
    }

    public void Merge(LatencyHistogram other)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }

        Count += other.Count;
    }

    public void Clear()
    {
        Array.Clear(counts);
        Count = 0;
    }

    /// <param name="share">0 to 1.</param>
    /// <returns>Milliseconds; null without a measurement.</returns>
    public double? QuantileMilliseconds(double share)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(Count * share));
        var seen = 0L;
        for (var i = 0; i < counts.Length && Count > 0; i++)
        {
            seen += counts[i];
            if (seen >= wanted)
            {
                return MiddleMicroseconds(i) / 1_000d;
            }
        }

        return null;
    }

    // Below 64 µs one bucket per microsecond; above, 64 buckets per power of two.
    private static int BucketOf(ulong microseconds)
    {
        if (microseconds < Subs)
        {
            return (int)microseconds;
        }

        var shift = BitOperations.Log2(microseconds) - SubBits;
        return ((shift + 1) * Subs) + (int)((microseconds >> shift) & (Subs - 1));
    }

    private static double MiddleMicroseconds(int bucket)
    {
        if (bucket < Subs)
        {
            return bucket + 0.5;
        }

        var shift = (bucket / Subs) - 1;
        return ((double)((ulong)(Subs + (bucket % Subs)) << shift)) + ((1L << shift) / 2d);
    }
}
