using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>What was decided about an appeal, by whom, when and why.</summary>
public sealed record AppealAnswer(bool Accepted, string Reason, string Author, Instant At);
