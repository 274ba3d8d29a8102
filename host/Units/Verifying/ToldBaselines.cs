using System.Globalization;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Verifying;

/// <summary>Base years and what was decided about them, as the rows of these acts tell of it.</summary>
internal static class ToldBaselines
{
    public static void Compare(SqliteConnection connection, IReadOnlyList<AuditRow> rows, List<string> differences)
    {
        var about = rows.Where(row => row.Entry.Subject.Contains("/baseline/", StringComparison.Ordinal)).ToList();
        var decided = about.Where(IsDecision).Where(row => row.Entry.After is not null).ToDictionary(row => long.Parse(row.Entry.After!, CultureInfo.InvariantCulture));
        var proposed = new ToldVersions(about.Where(row => !IsDecision(row)));

        // Those of before there was an audit log came with the database.
        foreach (var version in BaselineTable.Versions(connection).Where(version => version.EnteredAt.UnixMilliseconds > 0).OrderBy(version => version.No))
        {
            var row = proposed.Take(version);
            Proposed(version, row, differences);
            Decided(version, decided.Remove(version.No, out var act) ? act : null, row, differences);
        }

        foreach (var row in proposed.Rest.Concat(decided.Values))
        {
            differences.Add($"{row.Entry.Subject}: the base year of which the audit log (row {row.No}, {row.Entry.Act}, {row.Entry.Author}) tells is not stored.");
        }
    }

    private static bool IsDecision(AuditRow row) => row.Entry.Act is "baseline.approved" or "baseline.refused";

    private static string Name(BaselineVersion version) =>
        string.Create(CultureInfo.InvariantCulture, $"{BaselineShape.Subject(version.Baseline)}, {version.Baseline.Year}, version {version.No}");

    private static void Proposed(BaselineVersion version, AuditRow? row, List<string> differences)
    {
        if (row is null)
        {
            differences.Add($"{Name(version)} is stored, but the audit log does not say who proposed it.");
            return;
        }

        var compared = new ToldRow(row, Name(version), differences);
        compared.Author(version.Author);
        if (ToldVersions.IsOldImport(row))
        {
            compared.After(version.Baseline);
            return;
        }

        compared.After(BaselineShape.Of(version.Baseline, version.Reason, version.No), "version", "reason");
        if (row.Entry.Act != "import")
        {
            compared.Reason(version.Reason);
            compared.At(version.EnteredAt);
        }
    }

    private static void Decided(BaselineVersion version, AuditRow? row, AuditRow? proposal, List<string> differences)
    {
        var what = Name(version) + ", decision";
        if (version.Decision is not { } decision)
        {
            if (row is not null)
            {
                differences.Add($"{what}: none is stored, the audit log (row {row.No}) says {row.Entry.Act} by {row.Entry.Author}.");
            }

            return;
        }

        // An import is approved by whoever imports; one row tells of both.
        if ((row ?? (proposal is { Entry.Act: "import" } ? proposal : null)) is not { } told)
        {
            differences.Add($"{what} is stored, but the audit log does not say who decided.");
            return;
        }

        var compared = new ToldRow(told, what, differences);
        compared.Author(decision.Author);
        if (row is not null)
        {
            compared.Reason(decision.Reason);
            compared.At(decision.DecidedAt);
        }
        else if (decision.Reason != version.Reason)
        {
            differences.Add($"{what}: reason is stored as '{decision.Reason}', that of the import is '{version.Reason}'.");
        }

        if (decision.Approved != (told.Entry.Act != "baseline.refused"))
        {
            differences.Add($"{what} is stored as {(decision.Approved ? "approved" : "refused")}, the audit log (row {told.No}) says {told.Entry.Act}.");
        }
    }
}
