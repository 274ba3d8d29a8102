using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Verifying;

/// <summary>What people said about sources and took back, as the rows of these acts tell of it.</summary>
internal static class ToldEvents
{
    public static void Compare(SqliteConnection connection, IReadOnlyList<AuditRow> rows, List<string> differences)
    {
        var about = rows.Where(row => row.Entry.Subject.Contains("/event/", StringComparison.Ordinal)).ToList();
        var entered = about.Where(row => row.Entry.Act != "source.undone").ToDictionary(row => row.Entry.Subject);
        var undone = about.Where(row => row.Entry.Act == "source.undone").ToDictionary(row => row.Entry.Subject);
        var ids = SourceTable.All(connection).ToDictionary(source => source.No, source => source.Id);
        foreach (var stored in SourceEventTable.All(connection))
        {
            var subject = EventDesk.Subject(ids.GetValueOrDefault(stored.Source, "?"), stored.Event.No);
            Entered(stored, subject, entered, differences);
            Undone(stored.Undone, subject, undone, differences);
        }

        foreach (var row in entered.Values)
        {
            differences.Add($"{row.Entry.Subject} is not stored, but the audit log (row {row.No}) says that {row.Entry.Author} entered it.");
        }
    }

    private static void Entered(StoredEvent stored, string subject, Dictionary<string, AuditRow> told, List<string> differences)
    {
        if (!told.Remove(subject, out var row))
        {
            differences.Add($"{subject} is stored, but the audit log does not say who entered it.");
            return;
        }

        var compared = new ToldRow(row, subject, differences);
        compared.Author(stored.Author);
        compared.At(stored.EnteredAt);
        compared.After(EventDesk.Entry(stored));
    }

    private static void Undone(UndoneEvent? stored, string subject, Dictionary<string, AuditRow> told, List<string> differences)
    {
        var isTold = told.Remove(subject, out var row);
        if (stored is not null && isTold)
        {
            var compared = new ToldRow(row!, subject + ", taken back", differences);
            compared.Author(stored.Author);
            compared.Reason(stored.Reason);
            compared.At(stored.EnteredAt);
        }
        else if (stored is not null)
        {
            differences.Add($"{subject} is taken back, but the audit log does not say by whom.");
        }
        else if (isTold)
        {
            differences.Add($"{subject} holds, but the audit log (row {row!.No}) says that {row.Entry.Author} took it back.");
        }
    }
}
