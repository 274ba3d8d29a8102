using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Evidence;

/// <param name="Name">Safe to show and to offer for download; its ending fits the media type.</param>
/// <param name="AddedBy">Who added this content first.</param>
public sealed record EvidenceRow(string Hash, string MediaType, long Bytes, string Name, string AddedBy, Instant AddedAt);
