using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Registry;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Verifying;

/// <summary>Settings and units of sources as the newest row about each tells of them.</summary>
internal static class ToldSources
{
    public static void Compare(SqliteConnection connection, IReadOnlyList<AuditRow> rows, List<string> differences)
    {
        var newest = rows.Where(row => row.Entry.Act is "source.set" or "import").GroupBy(row => row.Entry.Subject).ToDictionary(acts => acts.Key, acts => acts.Last());
        var assignments = SourceTable.Assignments(connection).ToLookup(assignment => assignment.Source);
        foreach (var source in SourceTable.All(connection))
        {
            List<Assignment> own = [.. assignments[source.No]];
            if (newest.Remove(SourceShape.Subject(source.Id), out var row))
            {
                // Why a meter is shared was once only the row's reason.
                new ToldRow(row, source.Id, differences).After(SourceShape.Of(source, own), "reason");
            }
            else if (own.Count > 0)
            {
                differences.Add($"{source.Id}: it counts for {string.Join(", ", own.Select(assignment => assignment.Unit))}, but the audit log does not say who assigned it.");
            }
            else if (!IsAsFound(source))
            {
                differences.Add($"{source.Id}: its settings are not those of a new source, but the audit log does not say who changed them.");
            }
        }

        foreach (var row in newest.Values)
        {
            differences.Add($"{row.Entry.Subject} is not stored, but the audit log (row {row.No}) tells of it.");
        }
    }

    /// <summary>Nobody has set anything; a virtual source has the name it was made with.</summary>
    private static bool IsAsFound(SourceRow source) =>
        source is { Factor: 1m, RegisterWidth: null, MaxRatePerHour: null, Place: null, Parent: null, Counted: CountRule.Auto }
        && (source.Label is null || source.Connector == SourceEntry.VirtualConnector);
}
