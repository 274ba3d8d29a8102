using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>A person has seen an alert and said what it is about.</summary>
public sealed record Acknowledgement(string By, Instant At, string Reason);
