using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>A unit does not agree with one target's points.</summary>
/// <param name="Answer">Null while it is open.</param>
public sealed record StoredAppeal(
    long No, string Unit, string Target, string Period, string Reason, IReadOnlyList<string> Evidence, string Author, Instant At, AppealAnswer? Answer);
