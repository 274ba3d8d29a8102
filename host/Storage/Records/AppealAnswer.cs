using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

public sealed record AppealAnswer(bool Accepted, string Reason, string Author, Instant At);
