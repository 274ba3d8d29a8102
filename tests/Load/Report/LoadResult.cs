using EmulationPlatform.Load.Checks;
using EmulationPlatform.Load.HostProcess;
using EmulationPlatform.Load.Limits;

namespace EmulationPlatform.Load.Report;

/// <summary>Everything a run found out. Parts that were not asked for are null or empty.</summary>
/// <param name="DiskFormat">File system of the data folder; on tmpfs a commit costs nothing and no figure means anything.</param>
internal sealed record LoadResult(
    LoadOptions Options,
    string DiskFormat,
    ReadingTable Table,
    IReadOnlyList<InsertFigure> Inserts,
    BareRun? Bare,
    HostTotals? Host,
    DatabaseReport? Database)
{
    public double? HostPerSecond => Host is null ? null : Median(Host.Rates);

    public double? BarePerSecond => Bare is null ? null : Median(Bare.Rates);

    /// <summary>Host to bare handler; says nothing at a fixed rate or with kills.</summary>
    public double? Ratio => Options.Rate is null && Options.Kills == 0 ? HostPerSecond / BarePerSecond : null;

    private static double? Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
