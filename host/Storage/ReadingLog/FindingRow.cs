using EmulationPlatform.Metering;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>An interval of a source that somebody should see.</summary>
public readonly record struct FindingRow(int Source, Interval Interval);
