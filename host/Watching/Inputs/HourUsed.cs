using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>What a source used in a clock hour that is over, as far as it is known now. Told again, it replaces what was told before.</summary>
/// <param name="Amount">In the metric's measure (kWh, m³ …).</param>
/// <param name="Covered">The whole hour is known. An hour that is not never proves nor disproves anything.</param>
/// <param name="Estimated">
/// The amount is a share of an interval so long that it says nothing of this hour. It counts for days and weeks, but is no
/// evidence of what happened at night or after work: an even share of a day would look like a leak.
/// </param>
public readonly record struct HourUsed(Hour Hour, Amount Amount, bool Covered, bool Estimated = false)
{
    /// <summary>Strict: one estimated or unknown minute makes the whole hour estimated or not covered.</summary>
    public static HourUsed Of(Hour hour, HourCell cell) =>
        new(hour, cell.Amount, cell.CoveredMilliseconds >= Hour.Milliseconds, cell.EstimatedMilliseconds > 0);
}
