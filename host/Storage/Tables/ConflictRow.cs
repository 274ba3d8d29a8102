using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Another value for a moment that already has one.</summary>
/// <param name="Source">Number of the source.</param>
/// <param name="Kept">The value that came first.</param>
public sealed record ConflictRow(int Source, Instant At, RegisterValue Kept, RegisterValue Other, Instant ReceivedAt, string Origin);
