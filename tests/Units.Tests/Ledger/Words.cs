using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>What people may say about a series of readings: at a reading, between two, before all and after all; also what fits nothing.</summary>
internal static class Words
{
    private const long Minute = 60_000;

    public static Gen<Said> Any(IReadOnlyList<Arrival> series) => Gen.Frequency(
        (5, Entered(series)),
        (2, Gen.Choose(0, 2).Select(no => new Said(null, no))));

    private static Gen<Said> Entered(IReadOnlyList<Arrival> series) =>
        from kind in Gen.Elements(
            SourceEventKind.Replacement, SourceEventKind.Factor, SourceEventKind.ResetConfirmed, SourceEventKind.Dismissed,
            SourceEventKind.Accepted, SourceEventKind.Ignored, SourceEventKind.Outage, SourceEventKind.Corrected)
        from reading in Gen.Choose(0, series.Count - 1)
        from off in Gen.Elements(0L, 0L, 0L, -1L, Minute, -Minute, 90 * Minute)
        from length in Gen.Elements(0L, 1L, 30 * Minute, 300 * Minute)
        from value in Gen.Elements(0m, 1m, 19m, 25m, 1_000m)
        from factor in Gen.Elements(0.5m, 1m, 80m)
        select new Said(Event(kind, series[reading], off, length, value, factor), 0);

    private static SourceEvent Event(SourceEventKind kind, Arrival near, long off, long length, decimal value, decimal factor)
    {
        var at = near.Reading.At.Plus(TimeSpan.FromMilliseconds(off));
        return kind switch
        {
            SourceEventKind.Replacement => new(0, kind, at) { OldFinal = near.Reading.Value, NewInitial = RegisterValue.From(value) },
            SourceEventKind.Factor => new(0, kind, at) { Factor = factor },
            SourceEventKind.ResetConfirmed => new(0, kind, at) { NewInitial = RegisterValue.From(value) },
            SourceEventKind.Corrected => new(0, kind, at) { Value = RegisterValue.From(value) },
            SourceEventKind.Ignored or SourceEventKind.Outage => new(0, kind, at) { Until = at.Plus(TimeSpan.FromMilliseconds(length)) },
            _ => new(0, kind, at),
        };
    }
}
