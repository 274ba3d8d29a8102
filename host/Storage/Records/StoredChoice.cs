using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <param name="Option">Null: the choice before is taken back.</param>
public sealed record StoredChoice(string Plan, string Decision, string? Option, string Reason, string Author, Instant At);
