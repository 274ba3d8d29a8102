namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>What a profile may read.</summary>
/// <param name="GaugeMeasure">Null: only counters of it exist.</param>
internal sealed record ProfileMetric(string Id, string CounterMeasure, string? GaugeMeasure, bool HasDirection)
{
    private static readonly ProfileMetric[] All =
    [
        new("electricity", "kWh", "W", HasDirection: true),
        new("water", "m3", "m3/h", HasDirection: false),
        new("pulses", "pulses", null, HasDirection: false),
        new("print_jobs", "jobs", null, HasDirection: false),
        new("pages", "pages", null, HasDirection: false),
    ];

    public static string Known => string.Join(", ", All.Select(metric => metric.Id));

    public static ProfileMetric? Of(string id) => Array.Find(All, metric => metric.Id == id);
}
