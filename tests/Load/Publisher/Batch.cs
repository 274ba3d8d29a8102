namespace EmulationPlatform.Load.Publisher;

/// <summary>Bytes to send next.</summary>
/// <param name="IsLast">Ends with DISCONNECT.</param>
internal readonly record struct Batch(int Length, bool IsLast);
