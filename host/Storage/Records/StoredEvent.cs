using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>Something a person entered about a source, and whether it was undone.</summary>
/// <param name="Source">Number of the source.</param>
/// <param name="Evidence">Hash of a photo or minutes in the evidence store.</param>
public sealed record StoredEvent(int Source, SourceEvent Event, string Reason, string? Evidence, string Author, Instant EnteredAt)
{
    /// <summary>Null while it holds.</summary>
    public UndoneEvent? Undone { get; init; }
}
