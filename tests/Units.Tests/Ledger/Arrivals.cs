using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>What meters send, as it comes in: late, twice, contradicting itself, cut into batches, over crashes.</summary>
internal static class Arrivals
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;
    private const long OneUnit = 1_000_000_000;

    private enum Change
    {
        Rise,
        Stand,
        Dip,
        Reset,
        BelowZero,
    }

    public static Arbitrary<Arrival[]> Any { get; } = Arb.From(Generate(), Smaller);

    private static Gen<Arrival[]> Generate() =>
        from count in Gen.Choose(1, 18)
        from gaps in Gaps().ArrayOf(count)
        from changes in Changes().ArrayOf(count)
        from disorder in Gen.Elements(0, 0, 2, 5, 100)
        from keys in Gen.Choose(0, 1_000).ArrayOf(count)
        from again in Gen.Choose(0, 3).SelectMany(copies => Copies(count).ArrayOf(copies))
        from cuts in Cuts().ArrayOf(count + again.Length)
        from acts in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 4))
        from said in Words.Any(Series(gaps, changes)).ArrayOf(acts)
        from after in Gen.Choose(0, count + again.Length - 1).ArrayOf(acts)
        select Say(Order(Series(gaps, changes), disorder, keys, again, cuts), said, after);

    /// <summary>Seconds to years, and often exactly on, just before or just after a clock hour.</summary>
    private static Gen<(bool OnHour, long Length)> Gaps() => Gen.Frequency(
        (12, Gen.Choose(1, (int)(20 * Minute)).Select(length => (false, (long)length))),
        (6, Gen.Elements(-1L, 0L, 0L, 1L).Select(off => (true, off))),
        (6, Gen.Choose(1, (int)(5 * Hour)).Select(length => (false, (long)length))),
        (1, Gen.Choose(1, 12).Select(days => (false, days * Day))),
        (1, Gen.Frequency((9, Gen.Constant(35 * Day)), (1, Gen.Constant(2 * 365 * Day))).Select(length => (false, length))));

    private static Gen<(Change Change, long Size)> Changes() =>
        from change in Gen.Frequency(
            (8, Gen.Constant(Change.Rise)), (2, Gen.Constant(Change.Stand)), (3, Gen.Constant(Change.Dip)), (2, Gen.Constant(Change.Reset)),
            (1, Gen.Constant(Change.BelowZero)))
        from size in Gen.OneOf(Gen.Choose(1, 5).Select(units => units * OneUnit), Gen.Choose(1, int.MaxValue).Select(nano => (long)nano))
        select (change, size);

    private static Gen<(int Index, long Off, int Key)> Copies(int count) =>
        from index in Gen.Choose(0, count - 1)
        from off in Gen.Elements(0L, 0L, OneUnit, -OneUnit)
        from key in Gen.Choose(0, 1_000)
        select (index, off, key);

    private static Gen<Cut> Cuts() => Gen.Frequency(
        (6, Gen.Constant(Cut.No)), (4, Gen.Constant(Cut.Batch)), (1, Gen.Constant(Cut.Stored)), (1, Gen.Constant(Cut.Crash)), (1, Gen.Constant(Cut.Restart)));

    private static List<Arrival> Series((bool OnHour, long Length)[] gaps, (Change Change, long Size)[] changes)
    {
        var series = new List<Arrival>();
        var at = 0L;
        var line = 20 * OneUnit;
        var last = line;
        foreach (var ((onHour, length), (change, size)) in gaps.Zip(changes))
        {
            at = onHour ? Math.Max(at + 1, ((at / Hour) + 1) * Hour + length) : at + length;
            line = change switch { Change.Rise => line + size, Change.Reset => size / 4, _ => line };
            last = change switch { Change.Stand => last, Change.Dip => line - (size / 2), Change.BelowZero => -size, _ => line };
            series.Add(new(at, last, Cut.No));
        }

        return series;
    }

    private static Arrival[] Order(List<Arrival> series, int disorder, int[] keys, (int Index, long Off, int Key)[] again, Cut[] cuts)
    {
        var keyed = series.Select((arrival, index) => (arrival, Key: index + (keys[index] * disorder / 1_000d)))
            .Concat(again.Select(copy => (series[copy.Index] with { Nano = series[copy.Index].Nano + copy.Off }, copy.Index + (copy.Key * (disorder + 3) / 1_000d))));
        return [.. keyed.OrderBy(pair => pair.Item2).Select((pair, index) => pair.Item1 with { Cut = cuts[index] })];
    }

    private static Arrival[] Say(Arrival[] arrivals, Said[] said, int[] after)
    {
        foreach (var (words, index) in said.Zip(after))
        {
            arrivals[index] = arrivals[index] with { Said = words };
        }

        return arrivals;
    }

    /// <summary>Any part of a history is a history: leave readings out, then make them plainer.</summary>
    private static IEnumerable<Arrival[]> Smaller(Arrival[] arrivals)
    {
        for (var half = arrivals.Length / 2; half >= 1; half /= 2)
        {
            for (var start = 0; start + half <= arrivals.Length; start += half)
            {
                yield return [.. arrivals[..start], .. arrivals[(start + half)..]];
            }
        }

        for (var i = 0; i < arrivals.Length; i++)
        {
            foreach (var plainer in Plainer(arrivals[i]))
            {
                yield return [.. arrivals[..i], plainer, .. arrivals[(i + 1)..]];
            }
        }
    }

    private static IEnumerable<Arrival> Plainer(Arrival arrival)
    {
        if (arrival.Said is not null)
        {
            yield return arrival with { Said = null };
        }

        if (arrival.Cut != Cut.No)
        {
            yield return arrival with { Cut = Cut.No };
        }

        if (arrival.Millisecond % Minute != 0)
        {
            yield return arrival with { Millisecond = arrival.Millisecond / Minute * Minute };
        }

        if (arrival.Nano % OneUnit != 0)
        {
            yield return arrival with { Nano = arrival.Nano / OneUnit * OneUnit };
        }
    }
}
