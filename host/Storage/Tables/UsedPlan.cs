using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Tables;

/// <summary>A plan that was put to use, and when.</summary>
public sealed record UsedPlan(StoredPlan Plan, Instant UsedFrom);
