using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>A base year as somebody proposed it, and what was decided about it.</summary>
public sealed record BaselineVersion(long No, BaselineRecord Baseline, string Reason, string Author, Instant EnteredAt)
{
    /// <summary>Null while nobody has decided.</summary>
    public BaselineDecision? Decision { get; init; }
}
