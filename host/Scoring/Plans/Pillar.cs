using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>A field of the movement, by which targets are shown together.</summary>
public sealed record Pillar(string Id, LocalizedText Name);
