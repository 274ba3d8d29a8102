using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Units that are ranked against each other (khối thi đua).</summary>
/// <param name="FromPeople">Least headcount that belongs here; null: no limit.</param>
public sealed record PeerGroup(string Id, LocalizedText Name, int? FromPeople = null, int? ToPeople = null);
