using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <param name="Flags">Any of <c>estimated</c>, <c>suspect</c>, <c>partial</c> (not wholly covered); empty when plain.</param>
public sealed record ConsumptionRow(Instant Start, Instant End, Amount Amount, IReadOnlyList<string> Flags);
