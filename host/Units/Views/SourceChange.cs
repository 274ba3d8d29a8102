using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>What a person sets on a source. A null leaves the value as it is.</summary>
/// <param name="Unit">Unit id it counts for; empty text takes it away from its unit.</param>
/// <param name="AssignedFrom">First moment that counts; null with a unit means everything it ever sent.</param>
public sealed record SourceChange(
    string? Unit,
    Instant? AssignedFrom,
    string? Metric,
    SourceKind? Kind,
    FlowDirection? Direction,
    string? Measure,
    decimal? Factor,
    decimal? RegisterWidth,
    decimal? MaxRatePerHour);
