using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>
/// Shares an interval over the clock hours it touches, linearly over real time. The shares sum exactly to the interval: each
/// is the difference of two rounded running totals, so rounding cannot add up.
/// </summary>
public static class HourShares
{
    public static IEnumerable<KeyValuePair<Hour, HourCell>> Of(Interval interval)
    {
        var length = interval.End.UnixMilliseconds - interval.Start.UnixMilliseconds;
        var given = 0L;
        for (var hour = Hour.Of(interval.Start); hour.Start < interval.End; hour = new Hour(hour.Index + 1))
        {
            var end = Math.Min(hour.End.UnixMilliseconds, interval.End.UnixMilliseconds);
            var start = Math.Max(hour.Start.UnixMilliseconds, interval.Start.UnixMilliseconds);
            var total = RunningTotal(interval.Amount.Micro, end - interval.Start.UnixMilliseconds, length);
            yield return new(hour, Cell(interval.Marks, new Amount(total - given), (int)(end - start)));
            given = total;
        }
    }

    /// <summary>The whole interval when it lies within one clock hour, which is the usual case and needs no sharing.</summary>
    public static bool TrySingle(Interval interval, out KeyValuePair<Hour, HourCell> share)
    {
        var hour = Hour.Of(interval.Start);
        if (interval.End > hour.End)
        {
            share = default;
            return false;
        }

        share = new(hour, Cell(interval.Marks, interval.Amount, (int)(interval.End.UnixMilliseconds - interval.Start.UnixMilliseconds)));
        return true;
    }

    private static long RunningTotal(long micro, long elapsed, long length) => elapsed == length ? micro : (long)((Int128)micro * elapsed / length);

    private static HourCell Cell(IntervalMarks marks, Amount amount, int milliseconds)
    {
        var interval = new Interval(default, default, amount, marks);
        return interval.IsCovered
            ? new(amount, milliseconds, marks.HasFlag(IntervalMarks.Estimated) ? milliseconds : 0, 0)
            : new(amount, 0, 0, interval.IsOpen ? milliseconds : 0);
    }
}
