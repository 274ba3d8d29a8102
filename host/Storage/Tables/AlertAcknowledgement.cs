using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Somebody has seen to an alert that was raised at a moment.</summary>
public sealed record AlertAcknowledgement(int Source, string Kind, Instant Since, string Author, string Reason, Instant At);
