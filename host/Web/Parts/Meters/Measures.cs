namespace EmulationPlatform.Web.Parts.Meters;

/// <summary>Measures that a source may be said to send in.</summary>
internal static class Measures
{
    /// <param name="metric">Null when its module is not loaded.</param>
    public static IReadOnlyList<string> Of(SourceView source, Metric? metric) =>
        [.. (metric is null ? [] : SourceMeasures.Converted(metric, source.Kind)).Append(source.Measure).Distinct()];
}
