using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>A topic that no profile understands.</summary>
/// <param name="LastPayload">First 4,096 bytes of the newest message.</param>
public sealed record UnmatchedView(string Connector, string Topic, long Count, ReadOnlyMemory<byte> LastPayload, Instant LastAt);
