using EmulationPlatform.Metering;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>A stored hour of a source, or (when written) a change added to it.</summary>
public readonly record struct HourRow(int Source, Hour Hour, HourCell Cell);
