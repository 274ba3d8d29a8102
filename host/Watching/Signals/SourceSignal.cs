namespace EmulationPlatform.Watching;

/// <summary>A signal of one source.</summary>
/// <param name="Source">The source's id.</param>
public sealed record SourceSignal(string Source, WatchSignal Signal);
