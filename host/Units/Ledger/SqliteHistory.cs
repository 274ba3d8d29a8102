using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Units.Ledger;

/// <inheritdoc/>
internal sealed class SqliteHistory(Database database) : IReadingHistory
{
    public MeterReading? At(int source, Instant at) => database.Read(connection => ReadingTable.At(connection, source, at));

    public MeterReading? AtOrBefore(int source, Instant at) => database.Read(connection => ReadingTable.AtOrBefore(connection, source, at));

    public IEnumerable<MeterReading> After(int source, Instant? after) => database.Stream(connection => ReadingTable.After(connection, source, after));
}
