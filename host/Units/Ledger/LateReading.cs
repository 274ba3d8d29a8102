using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Ledger;

/// <summary>A reading older than the newest one, waiting for the end of the batch, with what to tell of its fate.</summary>
internal readonly record struct LateReading(ReadingRow Row, Action<ReadingFate> Tell);
