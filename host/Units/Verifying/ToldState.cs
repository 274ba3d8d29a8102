using EmulationPlatform.Storage.Audit;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Verifying;

/// <summary>
/// Every act of a person has a row in the audit log, which cannot be changed unnoticed. What the acts made is compared with what
/// their rows tell.
/// </summary>
internal static class ToldState
{
    public static IEnumerable<string> Differences(SqliteConnection connection)
    {
        var (units, sources) = (AuditTable.About(connection, "unit"), AuditTable.About(connection, "source"));
        var differences = new List<string>();
        ToldUnits.Compare(connection, units, differences);
        ToldBaselines.Compare(connection, units, differences);
        ToldSources.Compare(connection, sources, differences);
        ToldTerms.Compare(connection, sources, differences);
        ToldEvents.Compare(connection, sources, differences);
        return differences;
    }
}
