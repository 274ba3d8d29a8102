using EmulationPlatform.Metering;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Something that is about to be said about a source, or taken back.</summary>
/// <param name="No">Number of the first event it makes.</param>
/// <param name="After">What holds about the source then.</param>
/// <param name="Save">Writes it with its audit rows, in the transaction of the connection.</param>
internal sealed record EventChange(long No, EventTimeline After, Action<SqliteConnection> Save);
