using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Watching;

namespace EmulationPlatform.Units.Watching;

/// <summary>What about a source decides how it is watched.</summary>
/// <param name="Id">The source's id.</param>
/// <param name="Measure">Measure of its amounts.</param>
/// <param name="SilentOnly">
/// What it counts is not use (production, export), is worked out of gauge values, or is nobody's yet: only its silence matters.
/// </param>
internal sealed record WatchScope(string Id, string Measure, bool SilentOnly)
{
    /// <returns>Null for a source that never sends anything.</returns>
    public static WatchScope? Of(SourceEntry entry, IReadOnlyDictionary<string, Metric> metrics)
    {
        var row = entry.Row;
        var measure = metrics.TryGetValue(row.Metric, out var metric) ? metric.CounterMeasure : row.Measure;
        var isUse = row.Kind == SourceKind.Counter && row.Direction is FlowDirection.None or FlowDirection.Import;
        return entry.IsVirtual ? null : new WatchScope(row.Id, measure, !isUse || AgencyRuntime.CurrentUnit(entry.Assignments) is null);
    }

    public WatchSettings Within(WatchSettings settings) => SilentOnly ? settings with { Watches = [.. settings.Watches.Intersect([WatchKind.Silent])] } : settings;
}
