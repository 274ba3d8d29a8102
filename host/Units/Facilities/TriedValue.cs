using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A reading that a message would give.</summary>
public sealed record TriedValue(
    string Source, string Profile, string Metric, SourceKind Kind, FlowDirection Direction, string? Channel, string Measure, decimal Value, Instant At);
