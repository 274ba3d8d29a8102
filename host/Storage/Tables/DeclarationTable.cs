using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Entries about figures that nothing measures. Rows are never changed or removed; what counts follows from all of them.</summary>
public static class DeclarationTable
{
    private const string DayFormat = "yyyy-MM-dd";

    private const string Columns =
        """
        SELECT no, unit, figure, period, kind, value, whole, base_year, evidence_on, came_at, rater, comment, evidence, author, entered_at
        FROM declaration
        """;

    /// <summary>Belongs into a write transaction.</summary>
    /// <returns>Number of the entry; <see cref="StoredDeclaration.No"/> is not looked at.</returns>
    /// <exception cref="InvalidOperationException">A piece of evidence is not known.</exception>
    public static long Add(SqliteConnection connection, StoredDeclaration entry)
    {
        var no = connection.Query("SELECT coalesce(max(no), 0) + 1 FROM declaration", row => row.GetInt64(0))[0];
        connection.Execute(
            """
            INSERT INTO declaration (no, unit, figure, period, kind, value, whole, base_year, evidence_on, came_at, rater, comment, evidence, author, entered_at)
            VALUES ($1, nullif($2, ''), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            no, entry.Unit, entry.Figure, entry.Period, entry.Kind, entry.Value?.ToString(CultureInfo.InvariantCulture), entry.Whole?.ToString(CultureInfo.InvariantCulture),
            entry.BaseYear, entry.EvidenceOn?.ToString(DayFormat, CultureInfo.InvariantCulture), entry.CameAt?.UnixMilliseconds, entry.Rater, entry.Comment,
            HashList.Text(connection, entry.Evidence), entry.Author, entry.At.UnixMilliseconds);
        return no;
    }

    /// <summary>Everything ever entered, in order.</summary>
    public static IReadOnlyList<StoredDeclaration> All(SqliteConnection connection) => connection.Query(Columns + " ORDER BY no", Map);

    /// <summary>All entries of one period, in order.</summary>
    public static IReadOnlyList<StoredDeclaration> OfPeriod(SqliteConnection connection, string period) =>
        connection.Query(Columns + " WHERE period = $1 ORDER BY no", Map, period);

    /// <summary>All entries about one figure, in order.</summary>
    /// <param name="unit">Empty: the agency itself.</param>
    public static IReadOnlyList<StoredDeclaration> Of(SqliteConnection connection, string unit, string figure, string period) =>
        connection.Query(Columns + " WHERE period = $1 AND figure = $2 AND unit IS nullif($3, '') ORDER BY no", Map, period, figure, unit);

    public static StoredDeclaration? Find(SqliteConnection connection, long no) => connection.Query(Columns + " WHERE no = $1", Map, no) is [var found] ? found : null;

    private static StoredDeclaration Map(SqliteDataReader row) => new()
    {
        No = row.GetInt64(0),
        Unit = row.TextOrNull(1) ?? "",
        Figure = row.GetString(2),
        Period = row.GetString(3),
        Kind = row.GetString(4),
        Value = Decimal(row.TextOrNull(5)),
        Whole = Decimal(row.TextOrNull(6)),
        BaseYear = (int?)row.NumberOrNull(7),
        EvidenceOn = row.TextOrNull(8) is { } day ? DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture) : null,
        CameAt = row.NumberOrNull(9) is { } cameAt ? new Instant(cameAt) : null,
        Rater = row.GetString(10),
        Comment = row.GetString(11),
        Evidence = HashList.Parse(row.GetString(12)),
        Author = row.GetString(13),
        At = new Instant(row.GetInt64(14)),
    };

    private static decimal? Decimal(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
