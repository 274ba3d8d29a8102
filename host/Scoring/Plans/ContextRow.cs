using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What the plan says and nobody scores.</summary>
/// <param name="See">Id of the entry that measures it; null when none does.</param>
public sealed record ContextRow(ContextKind Kind, LocalizedText Note, string? See, Citation Citation);
