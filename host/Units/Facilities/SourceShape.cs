using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A source's settings as the audit log keeps them.</summary>
internal static class SourceShape
{
    /// <summary>As the audit log names a source.</summary>
    public static string Subject(string source) => $"source/{source}";

    public static object Of(SourceRow row, IReadOnlyList<Assignment> assignments) => new
    {
        metric = row.Metric,
        kind = row.Kind.ToString(),
        direction = row.Direction.ToString(),
        measure = row.Measure,
        factor = row.Factor,
        registerWidth = row.RegisterWidth,
        maxRate = row.MaxRatePerHour,
        label = row.Label,
        place = row.Place,
        parent = row.Parent,
        counted = row.Counted.ToString(),
        units = assignments.Select(assignment => new
        {
            unit = assignment.Unit,
            from = assignment.From?.Start.ToString(),
            to = assignment.To?.Start.ToString(),
            key = assignment.Key.ToString(),
            weight = assignment.Weight,
            reason = assignment.Reason,
        }),
    };
}
