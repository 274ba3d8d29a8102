using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A reading or bill that a person entered.</summary>
/// <param name="No">Number by which it can be taken back.</param>
/// <param name="IsReplaced">Somebody has entered the same moment again.</param>
/// <param name="Undone">Who took it back, when and why; null while it was not.</param>
public sealed record HandEntry(long No, Instant EnteredAt, string Author, string Reason, HandRecord What, bool IsReplaced, UndoneEvent? Undone)
{
    public bool Stands => !IsReplaced && Undone is null;

    /// <summary>The moment about which it says something; for a bill its end.</summary>
    public Instant Moment => What.Readings[^1].At;
}
