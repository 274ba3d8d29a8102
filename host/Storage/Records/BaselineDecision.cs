using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>Who approved or refused a base year, when and why.</summary>
public sealed record BaselineDecision(bool Approved, string Reason, string Author, Instant DecidedAt);
