using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <param name="From">Least score, 0 to 100, that belongs to the band.</param>
/// <param name="To">First score that no longer does; null: as far as the band above.</param>
public sealed record Band(string Id, LocalizedText Name, decimal From, decimal? To = null, BandNeeds? Needs = null);
