using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>A source with its settings.</summary>
/// <param name="No">Number in the log; never reused.</param>
/// <param name="Factor">Multiplies differences of readings; above 0.</param>
/// <param name="RegisterWidth">Value at which the register starts again from 0.</param>
/// <param name="MaxRatePerHour">Greatest possible consumption per hour, in the metric's measure.</param>
public sealed record SourceRow(
    int No,
    string Id,
    string Connector,
    string Profile,
    string Topic,
    string Metric,
    SourceKind Kind,
    FlowDirection Direction,
    string? Channel,
    string Measure,
    Instant FirstSeenAt)
{
    public decimal Factor { get; init; } = 1m;

    public decimal? RegisterWidth { get; init; }

    public decimal? MaxRatePerHour { get; init; }

    /// <summary>What people call it, for example "Công tơ tầng 2"; null until somebody named it.</summary>
    public string? Label { get; init; }

    /// <summary>Where it hangs.</summary>
    public string? Place { get; init; }

    /// <summary>Number of the main meter behind which it is connected; null when there is none.</summary>
    public int? Parent { get; init; }

    public CountRule Counted { get; init; } = CountRule.Auto;
}
