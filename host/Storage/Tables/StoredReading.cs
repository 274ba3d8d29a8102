using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Tables;

/// <summary>A reading with where it came from.</summary>
public sealed record StoredReading(MeterReading Reading, Instant ReceivedAt, string Origin);
