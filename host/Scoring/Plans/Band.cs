using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <param name="From">Least score, 0 to 100, that belongs to the band.</param>
public sealed record Band(string Id, LocalizedText Name, decimal From);
