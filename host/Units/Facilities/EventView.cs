using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Something that was said about a source.</summary>
/// <param name="No">Number by which it can be undone.</param>
/// <param name="Author">Who said it.</param>
/// <param name="Undone">Who took it back, when and why; null while it holds.</param>
public sealed record EventView(long No, string Source, EventEntry Entry, string Author, Instant EnteredAt, UndoneEvent? Undone);
