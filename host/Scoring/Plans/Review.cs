using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Sơ kết or tổng kết.</summary>
/// <param name="Quarter">1 to 4; null when the plan names the year alone.</param>
public sealed record Review(string Id, bool IsFinal, int Year, int? Quarter, LocalizedText Name, Citation Citation);
