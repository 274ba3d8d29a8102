using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Figures that people declared, verified, returned or withdrew, in the order that happened.</summary>
public static class DeclarationTable
{
    private const string DayFormat = "yyyy-MM-dd";

    private const string Columns =
        "SELECT no, unit, figure, period, kind, value, whole, base_year, evidence_on, came_at, comment, evidence, author, author_unit, at FROM declaration";

    public static IReadOnlyList<StoredDeclaration> All(SqliteConnection connection) => connection.Query(Columns + " ORDER BY no", Map);

    /// <returns>As it is stored, with its number.</returns>
    public static StoredDeclaration Add(SqliteConnection connection, StoredDeclaration said)
    {
        connection.Execute(
            """
            INSERT INTO declaration (unit, figure, period, kind, value, whole, base_year, evidence_on, came_at, comment, evidence, author, author_unit, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            said.Unit, said.Figure, said.Period, said.Kind, Text(said.Value), Text(said.Whole), said.BaseYear,
            said.EvidenceOn?.ToString(DayFormat, CultureInfo.InvariantCulture), said.CameAt?.UnixMilliseconds, said.Comment, string.Join(' ', said.Evidence),
            said.Author, said.AuthorUnit, said.At.UnixMilliseconds);
        return said with { No = connection.Query("SELECT last_insert_rowid()", row => row.GetInt64(0))[0] };
    }

    private static StoredDeclaration Map(SqliteDataReader row) => new()
    {
        No = row.GetInt64(0),
        Unit = row.GetString(1),
        Figure = row.GetString(2),
        Period = row.GetString(3),
        Kind = row.GetString(4),
        Value = Number(row, 5),
        Whole = Number(row, 6),
        BaseYear = (int?)row.NumberOrNull(7),
        EvidenceOn = row.TextOrNull(8) is { } day ? DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture) : null,
        CameAt = row.NumberOrNull(9) is { } came ? new Instant(came) : null,
        Comment = row.GetString(10),
        Evidence = row.GetString(11).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Author = row.GetString(12),
        AuthorUnit = row.GetString(13),
        At = new Instant(row.GetInt64(14)),
    };

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static decimal? Number(SqliteDataReader row, int column) =>
        row.TextOrNull(column) is { } text ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
}
