using EmulationPlatform.Metering;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Which sources make up a figure, each reading once.</summary>
internal static class UsageParts
{
    public static IReadOnlyList<UsagePart> OfSource(SourceRegistry sources, SourceEntry entry) => entry.IsVirtual
        ? [.. entry.Terms.Select(term => new UsagePart(sources.Find(term.Term)!, term.Coefficient, null, null))]
        : [new UsagePart(entry, 1m, null, null)];

    /// <param name="unit">Null adds up all units.</param>
    public static IReadOnlyList<UsagePart> OfUnit(SourceRegistry sources, MeterTree tree, string? unit, string metric) =>
    [
        .. sources.All.Where(entry => entry.Row.Metric == metric && entry.Assignments.Count > 0 && tree.Counts(entry))
            .SelectMany(entry => entry.Assignments.Where(stretch => unit is null || stretch.Unit == unit)
                .SelectMany(stretch => Of(sources, tree, entry, stretch))),
    ];

    private static IEnumerable<UsagePart> Of(SourceRegistry sources, MeterTree tree, SourceEntry entry, Assignment stretch)
    {
        var share = stretch.Key == ShareKey.Whole ? null : stretch;
        foreach (var part in OfSource(sources, entry))
        {
            yield return part with { From = stretch.From, To = stretch.To, Share = share, ShareOf = entry };
        }

        foreach (var taken in tree.TakenOff(entry))
        {
            yield return new UsagePart(taken.Source, -taken.Share, Later(stretch.From, taken.From), Earlier(stretch.To, taken.To), share, entry);
        }
    }

    private static Hour? Later(Hour? left, Hour? right) => left is { } one && right is { } other ? (one > other ? one : other) : left ?? right;

    private static Hour? Earlier(Hour? left, Hour? right) => left is { } one && right is { } other ? (one < other ? one : other) : left ?? right;
}
