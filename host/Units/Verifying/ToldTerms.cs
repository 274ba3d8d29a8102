using System.Globalization;
using System.Text.Json;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Verifying;

/// <summary>What virtual sources are made of, as the newest row about each tells of it.</summary>
internal static class ToldTerms
{
    public static void Compare(SqliteConnection connection, IReadOnlyList<AuditRow> rows, List<string> differences)
    {
        var newest = rows.Where(row => row.Entry.Act is "source.made" or "source.terms").GroupBy(row => row.Entry.Subject).ToDictionary(acts => acts.Key, acts => acts.Last());
        var ids = SourceTable.All(connection).ToDictionary(source => source.No, source => source.Id);
        foreach (var terms in SourceTable.Terms(connection).GroupBy(term => term.Source))
        {
            var id = Id(ids, terms.Key);
            var stored = Text(terms.Select(term => (Id(ids, term.Term), term.Coefficient)));
            if (!newest.Remove(SourceShape.Subject(id), out var row))
            {
                differences.Add($"{id}: it is made of {stored}, but the audit log does not say by whom.");
            }
            else if (Told(row) is var told && told != stored)
            {
                differences.Add($"{id}: it is made of {stored}, the audit log (row {row.No}) says {told}.");
            }
        }

        foreach (var row in newest.Values)
        {
            differences.Add($"{row.Entry.Subject} is made of nothing, the audit log (row {row.No}) says {Told(row)}.");
        }
    }

    private static string Id(Dictionary<int, string> ids, int no) => ids.GetValueOrDefault(no) ?? string.Create(CultureInfo.InvariantCulture, $"source no. {no}, which is not stored");

    private static string Told(AuditRow row)
    {
        using var after = JsonDocument.Parse(row.Entry.After ?? "{}");
        return !after.RootElement.TryGetProperty("terms", out var terms) ? Text([])
            : Text(terms.EnumerateArray().Select(term => (term.GetProperty("source").GetString() ?? "", term.GetProperty("coefficient").GetDecimal())));
    }

    private static string Text(IEnumerable<(string Source, decimal Coefficient)> terms) => string.Join(
        ", ", terms.OrderBy(term => term.Source, StringComparer.Ordinal)
            .Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Coefficient:0.############################} × {term.Source}")).DefaultIfEmpty("nothing"));
}
