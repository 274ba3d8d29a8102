namespace EmulationPlatform.Sdk;

/// <summary>The host takes no readings at the moment. The sender keeps them and tries again later.</summary>
public sealed class SinkClosedException(string message) : Exception(message);
