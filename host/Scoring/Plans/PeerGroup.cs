using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Units that are ranked against each other (khối thi đua).</summary>
public sealed record PeerGroup(string Id, LocalizedText Name);
