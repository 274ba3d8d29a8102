using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>A stretch of the movement; phases may overlap. Both days belong to it.</summary>
public sealed record Phase(string Id, LocalizedText Name, DateOnly From, DateOnly To, Citation Citation);
