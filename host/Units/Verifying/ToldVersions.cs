using System.Text.Json;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Units.Verifying;

/// <summary>Rows that tell of proposed base years, by their versions; older rows do not name the version and stand in the order of these.</summary>
internal sealed class ToldVersions
{
    private readonly Dictionary<long, AuditRow> numbered = [];
    private readonly Dictionary<string, Queue<AuditRow>> inOrder = [];

    public ToldVersions(IEnumerable<AuditRow> rows)
    {
        foreach (var row in rows)
        {
            if (VersionOf(row) is { } version)
            {
                numbered[version] = row;
            }
            else if (inOrder.TryGetValue(row.Entry.Subject, out var queue))
            {
                queue.Enqueue(row);
            }
            else
            {
                inOrder[row.Entry.Subject] = new([row]);
            }
        }
    }

    /// <summary>Rows of which no version was found.</summary>
    public IEnumerable<AuditRow> Rest => numbered.Values.Concat(inOrder.Values.SelectMany(queue => queue));

    /// <summary>Imports once kept a base year in another form.</summary>
    public static bool IsOldImport(AuditRow row) => row.Entry.Act == "import" && row.Entry.After?.Contains("\"flat\":", StringComparison.Ordinal) == true;

    public AuditRow? Take(BaselineVersion version) =>
        numbered.Remove(version.No, out var row) ? row
        : inOrder.TryGetValue(BaselineShape.Subject(version.Baseline), out var queue) && queue.TryDequeue(out var next) ? next : null;

    private static long? VersionOf(AuditRow row)
    {
        using var after = JsonDocument.Parse(row.Entry.After ?? "{}");
        return after.RootElement.ValueKind == JsonValueKind.Object && after.RootElement.TryGetProperty("version", out var version) ? version.GetInt64() : null;
    }
}
