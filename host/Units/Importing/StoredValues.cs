using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Units.Importing;

/// <summary>
/// What is stored for the moments of a file. Files are in order of time nearly always, so a stretch of the log is read ahead for
/// each source rather than one row for each row of the file.
/// </summary>
internal sealed class StoredValues(Database database)
{
    private const int ReadAhead = 1_024;
    private const int MostStretches = 256;

    private readonly Dictionary<int, Stretch> stretches = [];

    /// <returns>Null when nothing is stored for the moment.</returns>
    public RegisterValue? At(int source, Instant at)
    {
        if (stretches.TryGetValue(source, out var stretch) && at < stretch.From)
        {
            return database.Read(connection => ReadingTable.At(connection, source, at))?.Value;
        }

        if (stretch is null || at > stretch.Until)
        {
            stretch = Read(source, at);
        }

        return stretch.Values.TryGetValue(at, out var value) ? value : null;
    }

    private Stretch Read(int source, Instant from)
    {
        if (stretches.Count >= MostStretches)
        {
            stretches.Clear();
        }

        var readings = database.Read(connection => ReadingTable.After(connection, source, from.Plus(TimeSpan.FromMilliseconds(-1))).Take(ReadAhead).ToList());
        return stretches[source] = new Stretch(
            from,
            readings.Count < ReadAhead ? new Instant(long.MaxValue) : readings[^1].At,
            readings.ToDictionary(reading => reading.At, reading => reading.Value));
    }

    /// <summary>All there is from one moment to another, both included.</summary>
    private sealed record Stretch(Instant From, Instant Until, Dictionary<Instant, RegisterValue> Values);
}
