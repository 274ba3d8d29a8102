namespace EmulationPlatform.Load;

/// <summary>The run cannot go on; the message says why and what to do.</summary>
internal sealed class LoadFailedException(string message) : Exception(message);
