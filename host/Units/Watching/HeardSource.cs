using EmulationPlatform.Watching;

namespace EmulationPlatform.Units.Watching;

/// <summary>The newest reading of a source in a batch.</summary>
internal readonly record struct HeardSource(int Source, Heard Reading);
