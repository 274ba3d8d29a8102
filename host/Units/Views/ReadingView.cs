using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>A stored reading.</summary>
/// <param name="Origin">Connector or person it came from, for example <c>mqtt</c>, <c>api</c>.</param>
public sealed record ReadingView(Instant At, decimal Value, Instant ReceivedAt, string Origin);
