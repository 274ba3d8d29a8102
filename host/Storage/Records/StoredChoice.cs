using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>What somebody chose where a plan leaves something open.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Decision">Id of the open point.</param>
/// <param name="Option">Id of the option; null: the choice before is taken back.</param>
public sealed record StoredChoice(string Plan, string Decision, string? Option, string Reason, string Author, Instant At);
