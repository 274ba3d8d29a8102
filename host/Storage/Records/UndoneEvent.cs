using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>Who took an event back, when and why.</summary>
public sealed record UndoneEvent(string Reason, string Author, Instant EnteredAt);
