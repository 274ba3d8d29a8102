using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Ledger;

/// <summary>
/// Committed readings of a source. A seam: SQLite on one machine, PostgreSQL in the cluster edition, a list in tests.
/// </summary>
internal interface IReadingHistory
{
    MeterReading? At(int source, Instant at);

    /// <summary>Readings at or before a moment, newest first.</summary>
    IEnumerable<MeterReading> Back(int source, Instant from);

    /// <summary>Readings after a moment (excluded), in order of time; null is from the beginning.</summary>
    IEnumerable<MeterReading> After(int source, Instant? after);
}
