using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>One kind of value that a rule reads.</summary>
internal sealed class ReadingSpec
{
    public required TextSource Value { get; init; }

    public required ProfileMetric Metric { get; init; }

    public required SourceKind Kind { get; init; }

    public required FlowDirection Direction { get; init; }

    public required Template? Channel { get; init; }

    public required UnitSpec Unit { get; init; }

    public required FactorSpec Factor { get; init; }

    public required SignSpec? Sign { get; init; }

    /// <summary>The first that says a time counts; none: arrival.</summary>
    public required TimeSpec[] Times { get; init; }

    /// <summary>The rule's own times, so that they need reading once for all its values.</summary>
    public required bool SharesTime { get; init; }

    /// <summary>Texts that mean "no value".</summary>
    public required string[] Nothing { get; init; }

    public required decimal? Least { get; init; }

    public required decimal? Most { get; init; }

    public string Measure => Kind == SourceKind.Counter ? Metric.CounterMeasure : Metric.GaugeMeasure!;
}
