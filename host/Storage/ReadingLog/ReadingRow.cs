using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>A row of the reading log.</summary>
/// <param name="Source">Number of the source.</param>
/// <param name="Origin">Number of the origin, see table <c>origin</c>.</param>
public readonly record struct ReadingRow(int Source, Instant At, RegisterValue Value, Instant ReceivedAt, int Origin);
