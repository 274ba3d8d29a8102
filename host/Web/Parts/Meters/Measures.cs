namespace EmulationPlatform.Web.Parts.Meters;

/// <summary>Measures that a source may be said to send in.</summary>
internal static class Measures
{
    /// <summary>For each measure that is counted in: registers, then momentary values.</summary>
    private static readonly Dictionary<string, (string[] Registers, string[] Momentary)> ByCounted = new(StringComparer.Ordinal)
    {
        ["kWh"] = (["Wh", "kWh", "MWh"], ["W", "kW", "MW"]),
        ["m3"] = (["L", "m3"], ["m3/h", "L/h", "L/min", "L/s"]),
        ["pages"] = (["pages"], []),
        ["sheets"] = (["sheets"], []),
    };

    /// <param name="metric">Null when its module is not loaded.</param>
    public static IReadOnlyList<string> Of(SourceView source, Metric? metric)
    {
        var (registers, momentary) = metric is not null && ByCounted.TryGetValue(metric.CounterMeasure, out var known) ? known : ([], []);
        return [.. (source.Kind == SourceKind.Counter ? registers : momentary).Append(source.Measure).Distinct()];
    }
}
