using EmulationPlatform.Load.Limits;
using EmulationPlatform.Load.Publisher;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Load.Checks;

/// <summary>Compares what was acknowledged with what the stopped host left on disk, reading the file itself.</summary>
internal static class DatabaseCheck
{
    private const string Metric = "electricity";

    /// <param name="database">The host's database; nothing else has it open.</param>
    public static DatabaseReport Of(string database, IEnumerable<Device> devices)
    {
        using var connection = Databases.OpenReadOnly(database);
        var report = new DatabaseReport(
            [.. devices.Select(device => CheckDevice(connection, device))],
            Databases.Number(connection, "SELECT count(*) FROM conflict"),
            Databases.Number(connection, "SELECT count(*) FROM quarantine"),
            Databases.Text(connection, "PRAGMA quick_check"));
        return report;
    }

    private static DeviceReport CheckDevice(SqliteConnection connection, Device device)
    {
        var stored = new AckedSet();
        var report = new DeviceReport(device.Topic);
        foreach (var source in SourcesOf(connection, device.Topic))
        {
            report = report with { Sources = report.Sources + 1 };
            report = CheckRows(connection, source, device, stored, report);
            report = report with { HoursGap = report.HoursGap + Math.Abs(HoursOf(connection, source) - GrowthOf(connection, source)) };
        }

        for (var message = 0L; message < device.Next; message++)
        {
            if (device.Acked.Contains(message) && !stored.Contains(message))
            {
                report = report with { Lost = report.Lost + 1, FirstLost = report.FirstLost ?? message };
            }
        }

        return report with { Acknowledged = device.Acked.Count };
    }

    private static DeviceReport CheckRows(SqliteConnection connection, long source, Device device, AckedSet stored, DeviceReport report)
    {
        using var select = Select(connection, "SELECT at, value FROM reading WHERE source = $key", source);
        using var rows = select.ExecuteReader();
        long count = 0, doubled = 0, wrong = 0;
        while (rows.Read())
        {
            count++;
            if (!device.TryFind(rows.GetInt64(0), out var message) || rows.GetInt64(1) != device.TotalMilli(message) * 1_000_000)
            {
                wrong++;
            }
            else if (!stored.Add(message))
            {
                doubled++;
            }
        }

        return report with { Stored = report.Stored + count, Doubled = report.Doubled + doubled, Wrong = report.Wrong + wrong };
    }

    private static List<long> SourcesOf(SqliteConnection connection, string topic)
    {
        using var select = Select(connection, $"SELECT no FROM source WHERE topic = $key AND metric = '{Metric}'", topic);
        using var rows = select.ExecuteReader();
        var sources = new List<long>();
        while (rows.Read())
        {
            sources.Add(rows.GetInt64(0));
        }

        return sources;
    }

    /// <returns>Sum of the hours in 10⁻⁶ kWh.</returns>
    private static long HoursOf(SqliteConnection connection, long source)
    {
        using var select = Select(connection, "SELECT ifnull(sum(amount), 0) FROM hour WHERE source = $key", source);
        return (long)select.ExecuteScalar()!;
    }

    /// <returns>Last minus first value in 10⁻⁶ kWh.</returns>
    private static long GrowthOf(SqliteConnection connection, long source)
    {
        const string Ends =
            """
            SELECT ifnull((SELECT value FROM reading WHERE source = $key ORDER BY at DESC LIMIT 1)
                        - (SELECT value FROM reading WHERE source = $key ORDER BY at LIMIT 1), 0)
            """;
        using var select = Select(connection, Ends, source);
        return (long)select.ExecuteScalar()! / 1_000;
    }

    private static SqliteCommand Select(SqliteConnection connection, string query, object key)
    {
        var command = connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("$key", key);
        return command;
    }
}
