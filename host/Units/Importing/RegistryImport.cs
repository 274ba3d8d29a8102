using EmulationPlatform.Sdk;
using EmulationPlatform.Sheets;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Importing;

/// <summary>Lists of units, meters and base years: checked whole, then written in one transaction.</summary>
internal sealed class RegistryImport(AgencySetup setup, AuditTrail audit)
{
    /// <summary>Reads the table and says what it would change.</summary>
    public IReadOnlyList<PlannedChange> Plan(AgencyRuntime runtime, TableReader table, ColumnMatch columns, ImportKind kind, ImportOptions options, ImportReport report, CancellationToken cancellationToken)
    {
        var now = audit.Now;
        var units = new UnitRows(runtime.Units, options, setup.Calendar.DayOf(now));
        var meters = new MeterRows(setup, runtime, options, now);
        var baselines = new BaselineRows(setup, runtime, options, setup.Database.Read(BaselineTable.All), now, approve: true);
        foreach (var row in table.Rows(cancellationToken))
        {
            var values = columns.Of(row, report);
            switch (kind)
            {
                case ImportKind.Units:
                    units.Take(values);
                    break;
                case ImportKind.Meters:
                    meters.Take(values);
                    break;
                default:
                    baselines.Take(values);
                    break;
            }
        }

        return [.. units.Changes(), .. meters.Changes(), .. baselines.Changes()];
    }

    /// <summary>All changes and their audit rows, in the transaction of the connection.</summary>
    public void Write(SqliteConnection connection, IEnumerable<PlannedChange> changes, ImportOptions options)
    {
        foreach (var change in changes)
        {
            change.Write(connection);
            var file = Path.GetFileName(options.File);
            audit.Append(
                connection, options.Author, "import", change.Subject, change.Reason is { } reason ? $"{reason} ({file})" : file, change.Before, change.After);
        }
    }
}
