using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>What units used in their base years.</summary>
public static class BaselineTable
{
    public static IReadOnlyList<BaselineRecord> All(SqliteConnection connection) => connection.Query(
        "SELECT unit, metric, year, flat, reference FROM baseline ORDER BY unit, metric, year",
        row => new BaselineRecord(
            row.GetString(0), row.GetString(1), row.GetInt32(2),
            Months(connection, row.GetString(0), row.GetString(1), row.GetInt32(2)), row.GetBoolean(3), row.GetString(4)));

    public static void Put(SqliteConnection connection, BaselineRecord baseline)
    {
        connection.Execute("DELETE FROM baseline_month WHERE unit = $1 AND metric = $2 AND year = $3", baseline.Unit, baseline.Metric, baseline.Year);
        connection.Execute(
            """
            INSERT INTO baseline (unit, metric, year, flat, reference) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (unit, metric, year) DO UPDATE SET flat = excluded.flat, reference = excluded.reference
            """,
            baseline.Unit, baseline.Metric, baseline.Year, baseline.Flat, baseline.Reference);
        for (var i = 0; i < baseline.Months.Count; i++)
        {
            if (baseline.Months[i] is { } amount)
            {
                connection.Execute(
                    "INSERT INTO baseline_month (unit, metric, year, month, amount) VALUES ($1, $2, $3, $4, $5)",
                    baseline.Unit, baseline.Metric, baseline.Year, i + 1, amount.Micro);
            }
        }
    }

    private static Amount?[] Months(SqliteConnection connection, string unit, string metric, int year)
    {
        var months = new Amount?[12];
        foreach (var (month, amount) in connection.Query(
            "SELECT month, amount FROM baseline_month WHERE unit = $1 AND metric = $2 AND year = $3",
            row => (row.GetInt32(0), new Amount(row.GetInt64(1))), unit, metric, year))
        {
            months[month - 1] = amount;
        }

        return months;
    }
}
