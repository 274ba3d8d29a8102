using EmulationPlatform.Metering;

namespace EmulationPlatform.Units.Registry;

/// <summary>What others have of a source's figure over a time, and so is taken off it.</summary>
/// <param name="Share">Above 0, at most 1 for a whole sub-meter; less when a virtual source adds up only a part of it.</param>
/// <param name="From">Belongs to it; null is open.</param>
/// <param name="To">Does not; null is open.</param>
internal sealed record TakenPart(SourceEntry Source, decimal Share, Hour? From, Hour? To);
