using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests.Audit;

/// <summary>Fills an audit log and does to it what its guards forbid.</summary>
internal static class AuditLog
{
    public static AuditEntry Entry(int number) => new()
    {
        At = new Instant(1_790_000_000_000 + number),
        Author = "an" + (number % 3),
        Act = "source.factor",
        Subject = "source/" + (number % 5),
        Reason = "Biên bản số " + number,
        Before = number % 2 == 0 ? null : """{"factor":"1"}""",
        After = """{"factor":"40"}""",
    };

    public static Task<long> AppendAsync(this TestDatabase test, int rows) => test.Database.WriteAsync(connection =>
        Enumerable.Range(1, rows).Select(number => AuditTable.Append(connection, Entry(number))).ToList()[^1]);

    /// <summary>As somebody would who may write the file: the guards are dropped first.</summary>
    public static Task ForgeAsync(this TestDatabase test, string sql) => test.Database.WriteAsync(connection =>
    {
        foreach (var guard in Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        {
            Run(connection, $"DROP TRIGGER {guard}");
        }

        Run(connection, sql);
    });

    public static List<(AuditDifference What, long No)> Differences(this TestDatabase test) =>
        test.Database.Stream(connection => AuditTable.Verify(connection, test.Options.DataFolder)).Select(problem => (problem.What, problem.No)).ToList();

    public static AuditProblem? KeepHead(this TestDatabase test) => test.Database.Read(connection => AuditHead.Write(connection, test.Options.DataFolder));

    public static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
