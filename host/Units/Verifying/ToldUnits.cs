using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Verifying;

/// <summary>Units as the newest row about each tells of them.</summary>
internal static class ToldUnits
{
    public static void Compare(SqliteConnection connection, IEnumerable<AuditRow> rows, List<string> differences)
    {
        var newest = rows.Where(row => row.Entry.Act is "unit.set" or "import").GroupBy(row => row.Entry.Subject).ToDictionary(acts => acts.Key, acts => acts.Last());
        foreach (var unit in UnitTable.All(connection))
        {
            if (!newest.Remove($"unit/{unit.Id}", out var row))
            {
                differences.Add($"Unit {unit.Id} is stored, but the audit log does not say who made it.");
                continue;
            }

            // Imports once kept a unit in another form.
            new ToldRow(row, $"Unit {unit.Id}", differences).After(IsOldForm(row) ? unit : RegistryActs.Shape(unit));
        }

        foreach (var row in newest.Values.Where(row => row.Entry.Subject.Count(letter => letter == '/') == 1))
        {
            differences.Add($"{row.Entry.Subject} is not stored, but the audit log (row {row.No}) says that {row.Entry.Author} made it.");
        }
    }

    private static bool IsOldForm(AuditRow row) => row.Entry.Act == "import" && row.Entry.After?.Contains("\"areaSquareMetres\":", StringComparison.Ordinal) == true;
}
