using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Units with their dated numbers.</summary>
public static class UnitTable
{
    private const string Headcount = "headcount";
    private const string Area = "area_m2";
    private const string DayFormat = "yyyy-MM-dd";

    public static IReadOnlyList<UnitRecord> All(SqliteConnection connection) => connection.Query(
        "SELECT id, name_vi, name_en, peer_group FROM unit ORDER BY id",
        row => new UnitRecord(
            row.GetString(0), new LocalizedText(row.GetString(1), row.GetString(2)), row.GetString(3),
            Numbers(connection, row.GetString(0), Headcount), Numbers(connection, row.GetString(0), Area)));

    public static void Put(SqliteConnection connection, UnitRecord unit)
    {
        connection.Execute(
            """
            INSERT INTO unit (id, name_vi, name_en, peer_group) VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO UPDATE SET name_vi = excluded.name_vi, name_en = excluded.name_en, peer_group = excluded.peer_group
            """,
            unit.Id, unit.Name.Vi, unit.Name.En, unit.Group);
        connection.Execute("DELETE FROM unit_number WHERE unit = $1", unit.Id);
        Put(connection, unit.Id, Headcount, unit.Headcount);
        Put(connection, unit.Id, Area, unit.AreaSquareMetres);
    }

    private static void Put(SqliteConnection connection, string unit, string kind, IEnumerable<DatedNumber> numbers)
    {
        foreach (var number in numbers)
        {
            connection.Execute(
                "INSERT INTO unit_number (unit, kind, from_day, value) VALUES ($1, $2, $3, $4)",
                unit, kind, number.From.ToString(DayFormat, CultureInfo.InvariantCulture), number.Value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static List<DatedNumber> Numbers(SqliteConnection connection, string unit, string kind) => connection.Query(
        "SELECT from_day, value FROM unit_number WHERE unit = $1 AND kind = $2 ORDER BY from_day",
        row => new DatedNumber(
            DateOnly.ParseExact(row.GetString(0), DayFormat, CultureInfo.InvariantCulture),
            decimal.Parse(row.GetString(1), NumberStyles.Float, CultureInfo.InvariantCulture)),
        unit, kind);
}
