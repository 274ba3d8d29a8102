using EmulationPlatform.EndToEnd.Support;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.EndToEnd;

/// <summary>What is stored is proved from the raw readings.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly HostSetup setup = HostSetup.New("serve");

    [Fact]
    public async Task Given_untouched_data_When_verified_with_and_without_a_host_Then_all_is_as_stored()
    {
        await FillAsync(async () =>
        {
            var beside = await VerifyAsync();
            Assert.True(beside.ExitCode == 0, beside.Error);
        });

        var alone = await VerifyAsync();

        Assert.True(alone.ExitCode == 0, alone.Error);
        Assert.Contains("readings derived again", alone.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE hour SET amount = amount + 1 WHERE hour = (SELECT min(hour) FROM hour)", "hour ")]
    [InlineData("UPDATE day SET amount = amount + 1", "day from ")]
    [InlineData("DELETE FROM day", "day from ")]
    [InlineData("UPDATE reading SET value = value + 500000000 WHERE at = (SELECT at FROM reading ORDER BY at LIMIT 1 OFFSET 3)", "hour ")]
    [InlineData("DELETE FROM finding", "is not among the findings")]
    [InlineData("PRAGMA foreign_keys = OFF; INSERT INTO assignment (source, unit) VALUES (4711, 'nobody')", "assignment")]
    [InlineData("PRAGMA foreign_keys = OFF; UPDATE assignment SET unit = 'khong-co'", "refers to unit = khong-co, which table unit does not have")]
    [InlineData("PRAGMA foreign_keys = OFF; INSERT INTO virtual_term VALUES (1, 999, '1')", "refers to term = 999, which table source does not have")]
    [InlineData("PRAGMA foreign_keys = OFF; UPDATE assignment SET share_key = 'khong-co'", "khong-co")]
    [InlineData("DELETE FROM assignment", "units is stored as []")]
    [InlineData("DROP TRIGGER audit_no_update; UPDATE audit SET author = 'someone else' WHERE no = 1", "audit")]
    public async Task Given_something_changed_behind_the_hosts_back_When_verified_Then_it_is_named_and_the_exit_code_is_one(string sql, string named)
    {
        await FillAsync(() => Task.CompletedTask);
        Tamper(sql);

        var result = await VerifyAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(named, result.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("hour")]
    [InlineData("source")]
    [InlineData("sqlite_master")]
    public async Task Given_bytes_of_a_page_overwritten_When_verified_Then_what_cannot_be_read_is_named(string table)
    {
        await FillAsync(() => Task.CompletedTask);
        Overwrite(table);

        var result = await VerifyAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("Unhandled", result.Error, StringComparison.Ordinal);
        Assert.Contains(table == "sqlite_master" ? "The database file is damaged: " : $"Table {table} cannot be read beyond its first ", result.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(setup.DataFolder, recursive: true);
    }

    /// <summary>A meter that counts, restarts and counts on, for a unit.</summary>
    private async Task FillAsync(Func<Task> whileRunning)
    {
        await using var host = await HostProcess.StartAsync(setup);
        using var api = new Api(setup, await Command.CreateKeyAsync(setup.DataFolder, "Admin"));
        var meter = new Meter("kiem-tra");
        await using (var device = await MqttClient.ConnectAsync(setup.MqttPort, new MqttLogin("meters", await Command.AddDeviceUserAsync(setup.DataFolder, "meters", "tele/#"))))
        {
            foreach (var (hour, value) in new[] { (9, 100m), (8, 101), (7, 103), (6, 104), (5, 0.5m), (4, 1.5m), (3, 2.5m) })
            {
                Assert.Equal(0, await device.PublishAsync(meter.Topic, Meter.Message(Meter.HoursAgo(hour), value)));
            }

            // One that has spoken once has counted nothing yet.
            Assert.Equal(0, await device.PublishAsync(new Meter("mot-lan").Topic, Meter.Message(Meter.HoursAgo(2), 5)));
        }

        await api.PutUnitAsync("kiem-tra");
        await api.AssignAsync(await meter.IdAsync(api), "kiem-tra");
        await whileRunning();
    }

    private Task<CommandResult> VerifyAsync() => Command.HostAsync("verify", "--data", setup.DataFolder);

    private void Overwrite(string table)
    {
        var file = Path.Combine(setup.DataFolder, "emulation.db");
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        command.CommandText = $"SELECT coalesce((SELECT rootpage FROM sqlite_master WHERE name = '{table}'), 1)";
        var page = (long)command.ExecuteScalar()!;
        connection.Close();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = ((page - 1) * 4096) + (page == 1 ? 100 : 0);
        stream.Write(Enumerable.Repeat((byte)0x5a, 3_000).ToArray());
    }

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(setup.DataFolder, "emulation.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
