using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>A source as people and the API see it.</summary>
/// <param name="Unit">The unit it counts for now; null while unassigned.</param>
/// <param name="AssignedFrom">Since when; null when all it ever sent counts.</param>
/// <param name="Factor">Multiplies differences of readings, never readings.</param>
/// <param name="MaxRatePerHour">Greatest possible consumption per hour, in the metric's measure.</param>
/// <param name="Conflicts">Readings that contradicted a stored one.</param>
public sealed record SourceView(
    string Id,
    string? Unit,
    Instant? AssignedFrom,
    string Metric,
    SourceKind Kind,
    FlowDirection Direction,
    string? Channel,
    string Measure,
    decimal Factor,
    decimal? RegisterWidth,
    decimal? MaxRatePerHour,
    string Connector,
    string Profile,
    string Topic,
    Instant FirstSeenAt,
    ReadingView? LastReading,
    SourceHealth Health,
    long Conflicts);
