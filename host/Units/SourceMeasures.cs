using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units;

/// <summary>Measures that registers and gauges of a metric may have.</summary>
public static class SourceMeasures
{
    /// <summary>Whatever ticks: its factor says what a tick is.</summary>
    public const string Pulses = "pulses";

    public static IReadOnlyList<string> Of(Metric metric, SourceKind kind) =>
    [
        .. Converted(metric, kind).Append(kind == SourceKind.Counter ? metric.CounterMeasure : metric.GaugeMeasure ?? metric.CounterMeasure).Append(Pulses).Distinct(),
    ];

    /// <summary>Those that need no factor of their own.</summary>
    public static IEnumerable<string> Converted(Metric metric, SourceKind kind) =>
        kind == SourceKind.Counter ? MeasureTable.RegistersOf(metric.CounterMeasure) : MeasureTable.GaugesOf(metric.CounterMeasure);
}
