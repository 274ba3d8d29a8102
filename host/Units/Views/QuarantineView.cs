using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>A message, or part of one, that could not be used.</summary>
/// <param name="Code">Stable machine word, see <see cref="RejectedPart.Code"/>; also <c>futureTime</c>, <c>tooOld</c>.</param>
/// <param name="ReplayedAt">When it was read again and gave readings; null while open.</param>
public sealed record QuarantineView(
    long Id, string Connector, string Topic, ReadOnlyMemory<byte> Payload, string Code, string Reason, Instant ReceivedAt, Instant? ReplayedAt);
