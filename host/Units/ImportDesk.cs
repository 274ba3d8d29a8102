using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Sheets;
using EmulationPlatform.Storage;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Importing;

namespace EmulationPlatform.Units;

/// <summary>Imports files of units, meters, base years and readings: all or nothing, repeatable without doubling.</summary>
public sealed class ImportDesk
{
    private readonly RuntimeKeeper keeper;
    private readonly AgencySetup setup;
    private readonly AuditTrail audit;
    private readonly RegistryImport registry;
    private readonly ImportJournal journal;

    internal ImportDesk(RuntimeKeeper keeper, AgencySetup setup, AuditTrail audit)
    {
        this.keeper = keeper;
        this.setup = setup;
        this.audit = audit;
        registry = new RegistryImport(setup, audit);
        journal = new ImportJournal(setup.Database.Folder);
    }

    /// <param name="progress">Told now and then; must be quick.</param>
    /// <exception cref="Sdk.SinkClosedException">The host cannot store at the moment.</exception>
    public async Task<ImportResult> ImportAsync(ImportOptions options, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        if (TableSource.FormatOf(options.File) is not { } format)
        {
            return new ImportResult(false, $"{options.File} is neither CSV nor XLSX; its name must end with .csv, .txt, .tsv or .xlsx.");
        }

        if (!File.Exists(options.File))
        {
            return new ImportResult(false, $"There is no file {options.File}.");
        }

        var report = new ImportReport();
        using var file = File.OpenRead(options.File);
        using var table = TableReader.Open(file, Source(format, options), report);
        if (!report.IsClean || KindOf(table, options, report) is not { } kind || ImportHeaders.MapOf(kind).Match(table.Headers, report) is not { } columns)
        {
            return Refused(report);
        }

        return kind == ImportKind.Readings
            ? await ImportReadingsAsync(options, progress, cancellationToken)
            : await ImportRegistryAsync(table, columns, kind, options, report, cancellationToken);
    }

    /// <summary>Stores the rest of what had begun when the host was stopped.</summary>
    internal async Task FinishAsync()
    {
        foreach (var (copy, options) in journal.Unfinished())
        {
            try
            {
                var result = await StoreReadingsAsync(copy, options, rows: 0, _ => { });
                setup.Logger.ImportFinished(options.File, result.Text);
            }
            catch (Exception e) when (e is SinkClosedException or StorageLostException or IOException)
            {
                setup.Logger.ImportUnfinished(options.File, e);
            }
        }
    }

    private static TableSource Source(TableFormat format, ImportOptions options) =>
        new(format) { Worksheet = options.Worksheet, Limits = format == TableFormat.Csv ? TableLimits.Bulk : TableLimits.Upload };

    private static ImportKind? KindOf(TableReader table, ImportOptions options, ImportReport report)
    {
        var kind = options.Kind ?? ImportHeaders.KindOf(table.Headers);
        if (kind is null)
        {
            report.Add(new TableProblem(
                Row: null, Column: null, "The headers are not those of one kind of file.", "Add --kind units, meters, baselines or readings to see which column is wrong."));
        }

        return kind;
    }

    private async Task<ImportResult> ImportRegistryAsync(
        TableReader table, ColumnMatch columns, ImportKind kind, ImportOptions options, ImportReport report, CancellationToken cancellationToken)
    {
        return await keeper.ChangeWholeRegistryAsync(
            runtime =>
            {
                var changes = registry.Plan(runtime, table, columns, kind, options, report, cancellationToken);
                return report.IsClean ? changes : [];
            },
            (connection, changes) => registry.Write(connection, changes, options),
            changes => report.IsClean ? Done(report.RowsRead, changes.Count, report.RowsRead - changes.Count) : Refused(report),
            cancellationToken);
    }

    /// <summary>What is checked is what is stored, whoever changes the file meanwhile: both are done with a copy.</summary>
    private async Task<ImportResult> ImportReadingsAsync(ImportOptions options, Action<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var copy = journal.Copy(options.File);
        var report = new ImportReport();
        var isBegun = false;
        try
        {
            Open(copy, options, report, (table, columns) => NewImport(options, origin: null).Check(table, columns, report, audit.Now, progress, cancellationToken));
            if (!report.IsClean)
            {
                return Refused(report);
            }

            ImportJournal.Begin(copy, options);
            isBegun = true;
        }
        finally
        {
            if (!isBegun)
            {
                ImportJournal.End(copy);
            }
        }

        return await StoreReadingsAsync(copy, options, report.RowsRead, progress);
    }

    /// <summary>Begun, it is not given up; it is over when its audit row is stored.</summary>
    private async Task<ImportResult> StoreReadingsAsync(string copy, ImportOptions options, long rows, Action<ImportProgress> progress)
    {
        var import = NewImport(options, await keeper.OriginAsync("import:" + Path.GetFileName(options.File)));
        var report = new ImportReport();
        using var file = File.OpenRead(copy);
        using var table = TableReader.Open(file, Source(TableSource.FormatOf(copy)!.Value, options), report);
        var columns = ImportHeaders.MapOf(ImportKind.Readings).Match(table.Headers, report)!;
        var (accepted, known) = await import.StoreAsync(table, columns, report, rows, progress);
        await setup.Database.WriteAsync(connection => audit.Append(
            connection, options.Author, "import.readings", $"file/{Path.GetFileName(options.File)}", "", before: null, new { accepted, known }));
        ImportJournal.End(copy);
        return Done(accepted + known, accepted, known);
    }

    private static void Open(string copy, ImportOptions options, ImportReport report, Action<TableReader, ColumnMatch> read)
    {
        using var file = File.OpenRead(copy);
        using var table = TableReader.Open(file, Source(TableSource.FormatOf(copy)!.Value, options), report);
        if (ImportHeaders.MapOf(ImportKind.Readings).Match(table.Headers, report) is { } columns)
        {
            read(table, columns);
        }
    }

    private ReadingsImport NewImport(ImportOptions options, Origin? origin) =>
        new(setup, keeper.Runtime.Sources, options, delivery => keeper.SubmitAndWaitAsync(delivery, origin!, CancellationToken.None));

    private static ImportResult Refused(ImportReport report) => new(false, report.ToText() + "\nNothing was imported.");

    private static ImportResult Done(long rows, long changed, long same) =>
        new(true, string.Create(CultureInfo.InvariantCulture, $"{rows} rows: {changed} new or changed, {same} as they were."));
}
