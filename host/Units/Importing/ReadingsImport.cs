using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Sheets;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Importing;

/// <summary>
/// History of registers. The file is read twice: once to check every row, so that a faulty file stores nothing, then to store.
/// What has begun is finished: a host that is stopped while storing goes on at its next start (<see cref="ImportJournal"/>).
/// </summary>
/// <param name="submit">Takes a delivery in and completes after its commit.</param>
internal sealed class ReadingsImport(AgencySetup setup, SourceRegistry sources, ImportOptions options, Func<PostDelivery, Task> submit)
{
    private const int Batch = 4_096;

    /// <summary>Batches on their way at once: while one is going to the disk, the next ones are read and folded.</summary>
    private const int MostUnderway = 4;
    private const int ReportEvery = 50_000;

    private readonly Dictionary<string, SourceDescriptor> descriptors = [];
    private readonly StoredValues stored = new(setup.Database);

    /// <summary>Checks every row: form, source, time, range, and no other value stored for the moment.</summary>
    public void Check(TableReader table, ColumnMatch columns, ImportReport report, Instant now, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var before = new Dictionary<int, (Instant At, RegisterValue Value)>();
        foreach (var row in table.Rows(cancellationToken))
        {
            var values = columns.Of(row, report);
            if (Reading(values, columns) is { } reading)
            {
                Check(values, reading, now);
                if (before.TryGetValue(reading.Source.No, out var last) && last.At == reading.At && last.Value != reading.Value)
                {
                    values.Refuse("value", "The row before has another value for the same moment.", "Keep the right one.");
                }

                before[reading.Source.No] = (reading.At, reading.Value);
            }

            if (report.RowsRead % ReportEvery == 0)
            {
                progress(new ImportProgress("checking", report.RowsRead, null));
            }
        }
    }

    /// <returns>New and known readings.</returns>
    public async Task<(long Accepted, long Duplicates)> StoreAsync(
        TableReader table, ColumnMatch columns, ImportReport report, long rows, Action<ImportProgress> progress)
    {
        var underway = new Queue<Task<(int Accepted, int Duplicates)>>();
        var (accepted, duplicates, done) = (0L, 0L, 0L);
        try
        {
            foreach (var batch in table.Rows(CancellationToken.None).Select(row => Reading(columns.Of(row, report), columns)!.Value).Chunk(Batch))
            {
                underway.Enqueue(StoreAsync(batch));
                done += batch.Length;
                if (underway.Count == MostUnderway)
                {
                    await CountAsync();
                    progress(new ImportProgress("storing", done, (double)done / Math.Max(1, rows)));
                }
            }

            while (underway.Count > 0)
            {
                await CountAsync();
            }
        }
        finally
        {
            // After a failure the others end too, and what they say is the same.
            await ((Task)Task.WhenAll(underway)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return (accepted, duplicates);

        async Task CountAsync()
        {
            var batch = await underway.Dequeue();
            (accepted, duplicates) = (accepted + batch.Accepted, duplicates + batch.Duplicates);
        }
    }

    private async Task<(int Accepted, int Duplicates)> StoreAsync((SourceEntry Source, Instant At, RegisterValue Value)[] batch)
    {
        var delivery = new PostDelivery(batch.Length) { ReceivedAt = Instant.From(setup.Clock.GetUtcNow()), Observations = Array.ConvertAll(batch, Observation) };
        await submit(delivery);
        var fates = delivery.Fates;
        return (fates.Count(fate => fate == Ledger.ReadingFate.Accepted), fates.Count(fate => fate == Ledger.ReadingFate.Duplicate));
    }

    private (SourceEntry Source, Instant At, RegisterValue Value)? Reading(RowValues row, ColumnMatch columns)
    {
        var (id, time, number) = (columns.Has("source") ? row.Text("source") ?? options.Source : options.Source, row.Time("at", options.Times), row.Number("value", options.Numbers));
        if (Source(row, id) is not { } entry || time is null || number is null)
        {
            return null;
        }

        if (!RegisterValue.TryFrom(number.Value, out var value) || !entry.Holds(value))
        {
            row.Refuse("value", string.Create(CultureInfo.InvariantCulture, $"The value {number} is more than can be counted."), "Correct the number, or the source's factor.");
            return null;
        }

        return (entry, Instant.From(time.Value.At(setup.Calendar.Offset)), value);
    }

    private SourceEntry? Source(RowValues row, string? id)
    {
        if (id is null)
        {
            row.Refuse("source", "It is not said which source the reading is of.", "Add --source ID, or a column source.");
            return null;
        }

        if (sources.Find(id) is not { IsVirtual: false } entry)
        {
            row.Refuse("source", $"There is no source {id}.", "Import the meters first, or take an id from the list of sources.");
            return null;
        }

        return entry;
    }

    private void Check(RowValues row, (SourceEntry Source, Instant At, RegisterValue Value) reading, Instant now)
    {
        if (ReadingTime.Problem(reading.At, now) is { } problem)
        {
            row.Refuse("at", problem.Reason, "Correct the time.");
        }
        else if (stored.At(reading.Source.No, reading.At) is { } other && other != reading.Value)
        {
            row.Refuse(
                "value", string.Create(CultureInfo.InvariantCulture, $"For that moment {other.ToDecimal()} is stored already."),
                "Remove the row; a wrong stored reading is corrected on the meter's page.");
        }
    }

    private Observation Observation((SourceEntry Source, Instant At, RegisterValue Value) reading)
    {
        var row = reading.Source.Row;
        if (!descriptors.TryGetValue(row.Id, out var descriptor))
        {
            descriptors[row.Id] = descriptor = new SourceDescriptor(
                row.Id, row.Connector, row.Profile, row.Topic, row.Metric, row.Kind, row.Direction, row.Channel, row.Measure);
        }

        return new Observation(descriptor, reading.At, reading.Value);
    }
}
