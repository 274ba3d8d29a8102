using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Storage.Records;

/// <summary>A plan file and the moment from which it was in use, until the next one.</summary>
public sealed record UsedPlan(StoredPlan Plan, Instant From);
