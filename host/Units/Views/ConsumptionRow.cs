using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <param name="Flags">
/// Any of <c>estimated</c>, <c>suspect</c>, <c>partial</c> (not wholly covered), <c>resetAssumed</c> (the register started again), <c>dip</c> (a low
/// reading was passed over); empty when plain.
/// </param>
public sealed record ConsumptionRow(Instant Start, Instant End, Amount Amount, IReadOnlyList<string> Flags);
