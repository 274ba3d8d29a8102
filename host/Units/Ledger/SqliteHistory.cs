using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Units.Ledger;

/// <inheritdoc/>
internal sealed class SqliteHistory(Database database) : IReadingHistory
{
    public MeterReading? At(int source, Instant at) => database.Read(connection => ReadingTable.At(connection, source, at));

    public IEnumerable<MeterReading> Back(int source, Instant from) => database.Stream(connection => ReadingTable.Back(connection, source, from));

    public IEnumerable<MeterReading> After(int source, Instant? after) => database.Stream(connection => ReadingTable.After(connection, source, after));
}
