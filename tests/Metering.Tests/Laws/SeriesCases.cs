using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>Lives of sources in which everything the rules know happens often, and often at once.</summary>
internal static class SeriesCases
{
    private const long Minute = 60_000;

    private static readonly Gen<long> Pauses = Gen.Frequency(
        (12, Gen.Elements(5 * Minute, 15 * Minute, 15 * Minute, 60 * Minute)),
        (3, Gen.Elements(1L, 999L, Minute, 61 * Minute, 180 * Minute)),
        (1, Gen.Elements(25 * 60 * Minute, 32 * 24 * 60 * Minute)));

    private static readonly Gen<decimal> Growth = Gen.Frequency(
        (8, Gen.Choose(1, 30).Select(tenths => tenths / 10m)),
        (3, Gen.Constant(0m)),
        (2, Gen.Elements(0.0000004m, 0.333333333m, 40m)),
        (1, Gen.Elements(500m, 5_000m, 40_000m)));

    private static readonly Gen<SourceRules> Counters =
        from factor in Gen.Elements(1m, 1m, 0.001m, 80m, 0.3333333m)
        from width in Gen.Elements<decimal?>(null, null, 1_000m, 65_536m)
        from rate in Gen.Elements<decimal?>(null, null, 100m, 1_000m)
        from restarts in Gen.Elements(true, true, false)
        from jitter in Gen.Elements(0m, 0m, 9m)
        select new SourceRules(factor) { RegisterWidth = width, MaxRatePerHour = rate, RestartsAtZero = restarts, Jitter = RegisterValue.From(jitter) };

    private static readonly Gen<SourceRules> AnyRules =
        from counter in Counters
        from kind in Gen.Elements(SourceKind.Counter, SourceKind.Counter, SourceKind.Counter, SourceKind.Counter, SourceKind.Gauge)
        select counter with { Kind = kind };

    /// <summary>Anything, late data and events included.</summary>
    public static Arbitrary<SeriesCase> Any { get; } = Arbitrary(AnyRules, Moves(withFalls: true), mostEvents: 4);

    /// <summary>Counters with whatever values, and nothing entered.</summary>
    public static Arbitrary<SeriesCase> WithoutEvents { get; } = Arbitrary(Counters, Moves(withFalls: true), mostEvents: 0);

    /// <summary>Counters that only grow, and whose greatest rate nobody knows.</summary>
    public static Arbitrary<SeriesCase> Growing { get; } = Arbitrary(Counters.Select(rules => rules with { MaxRatePerHour = 1_000_000_000m }), Moves(withFalls: false), mostEvents: 0);

    public static Arbitrary<SeriesCase> Gauges { get; } = Arbitrary(Counters.Select(rules => rules with { Kind = SourceKind.Gauge }), Moves(withFalls: true), mostEvents: 0);

    private static Arbitrary<SeriesCase> Arbitrary(Gen<SourceRules> rules, Gen<Func<decimal[], decimal>> moves, int mostEvents)
    {
        var cases =
            from settings in rules
            from count in Gen.Choose(1, 24)
            from pauses in Pauses.ArrayOf(count)
            from steps in moves.ArrayOf(count)
            from readingWaves in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 4))).ArrayOf(count)
            let sent = Sent(pauses, steps, readingWaves)
            from eventCount in Gen.Choose(0, mostEvents)
            from events in Events(sent).ArrayOf(eventCount)
            from eventWaves in Gen.Choose(0, 4).ArrayOf(eventCount)
            select new SeriesCase(settings, sent, [.. events.Select((said, no) => said with { No = no }).Zip(eventWaves)]);
        return Arb.From(cases, Smaller);
    }

    /// <summary>The next value, made of all values before it.</summary>
    private static Gen<Func<decimal[], decimal>> Moves(bool withFalls)
    {
        var rise = Growth.Select(by => (Func<decimal[], decimal>)(values => values[^1] + by));
        var back =
            from steps in Gen.Choose(2, 5)
            from change in Gen.Elements(0m, 0.5m, 2m)
            select (Func<decimal[], decimal>)(values => values[^Math.Min(steps, values.Length)] + change);
        var low = Gen.Elements(0m, 0.4m, 1.5m, 3m, 30m, -2m).Select(value => (Func<decimal[], decimal>)(_ => value));
        var fall = Gen.Elements(0.9995m, 0.99m, 0.8m, 0.3m).Select(part => (Func<decimal[], decimal>)(values => decimal.Round(values[^1] * part, 9)));
        return withFalls ? Gen.Frequency((12, rise), (3, back), (2, low), (2, fall)) : rise;
    }

    private static SentReading[] Sent(long[] pauses, Func<decimal[], decimal>[] moves, int[] waves)
    {
        var values = new List<decimal> { 995m };
        var at = 0L;
        var sent = new List<SentReading> { new(0, values[0], waves[0]) };
        for (var i = 1; i < pauses.Length; i++)
        {
            at += pauses[i];
            values.Add(Math.Clamp(moves[i]([.. values]), -5m, 200_000m));
            sent.Add(new(at, values[^1], waves[i]));
        }

        return [.. sent];
    }

    /// <summary>At a reading, just beside it or between two; with values near what was read there.</summary>
    private static Gen<SourceEvent> Events(SentReading[] sent) =>
        from index in Gen.Choose(0, sent.Length - 1)
        from beside in Gen.Elements(0L, 0L, 1L, -1L, 2 * Minute, -3 * Minute, 40 * Minute)
        from kind in Gen.Elements(Enum.GetValues<SourceEventKind>())
        from length in Gen.Elements(0L, Minute, 30 * Minute, 24 * 60 * Minute)
        from change in Gen.Elements(0m, 0.5m, 3m, -1m, -900m, 5_000m)
        from initial in Gen.Elements(0m, 12m, sent[index].Value)
        from factor in Gen.Elements(1m, 2m, 0.001m, 60m)
        let at = new Instant(Fold.Start.UnixMilliseconds + sent[index].Milliseconds + beside)
        let near = RegisterValue.From(sent[index].Value + change)
        select new SourceEvent(0, kind, at)
        {
            Until = new Instant(at.UnixMilliseconds + length),
            OldFinal = near,
            Value = near,
            NewInitial = RegisterValue.From(initial),
            Factor = factor,
        };

    private static IEnumerable<SeriesCase> Smaller(SeriesCase whole)
    {
        for (var i = 0; i < whole.Entered.Count; i++)
        {
            yield return whole with { Entered = [.. whole.Entered.Where((_, index) => index != i)] };
        }

        for (var i = 0; i < whole.Sent.Count && whole.Sent.Count > 1; i++)
        {
            yield return whole with { Sent = [.. whole.Sent.Where((_, index) => index != i)] };
        }

        for (var i = 0; i < whole.Sent.Count; i++)
        {
            var sent = whole.Sent[i];
            foreach (var simpler in new[] { sent with { Wave = 0 }, sent with { Value = decimal.Truncate(sent.Value) } }.Where(simpler => simpler != sent))
            {
                yield return whole with { Sent = [.. whole.Sent.Select((kept, index) => index == i ? simpler : kept)] };
            }
        }

        var plain = new SourceRules(1m) { Kind = whole.Settings.Kind };
        foreach (var simpler in new[] { plain, whole.Settings with { Jitter = default }, whole.Settings with { MaxRatePerHour = null }, whole.Settings with { RegisterWidth = null } }.Where(simpler => simpler != whole.Settings))
        {
            yield return whole with { Settings = simpler };
        }
    }
}
