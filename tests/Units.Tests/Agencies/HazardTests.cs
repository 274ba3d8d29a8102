using System.Text;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Agencies;

/// <summary>What must not stop the host.</summary>
public sealed class HazardTests
{
    private const string Meter = "m/1";

    [Fact]
    public async Task Given_a_registry_that_cannot_be_read_When_the_units_are_rebuilt_Then_it_is_tried_until_it_can()
    {
        await using var test = await TestAgency.StartAsync("mot");
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 100);
        await test.Database.WriteAsync(connection => Execute(connection, "UPDATE source SET factor = 'nonsense'"));
        var lost = test.Message(TestAgency.Shows(Meter, Some.Local(7, 31, 9), 101));
        await test.Agency.SubmitAsync(lost, new Origin("gone", 999), default);
        Assert.False(await lost.Done.InTimeAsync());
        await Eventually.TrueAsync(() => !test.Agency.IsOpen && test.Database.Health.Problem is null, "the disk to take writes again");

        await test.Database.WriteAsync(connection => Execute(connection, "UPDATE source SET factor = '1'"));

        await Eventually.TrueAsync(() => test.Agency.IsOpen, "the agency takes readings again");
        await test.SendAsync(Meter, Some.Local(7, 31, 9), 101);
        Assert.Equal(1m, await test.TotalAsync(Meter));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(3_600)]
    [InlineData(16_000)]
    public async Task Given_a_register_that_jumps_to_and_fro_a_thousand_times_When_sent_Then_all_is_stored_and_the_host_goes_on(int seconds)
    {
        await using var test = await TestAgency.StartAsync("mot");
        await test.SendAsync(Meter, Some.Local(1, 1), 0);
        await test.AssignAsync(Meter, "mot");

        Assert.True(await test.SendAsync(test.Message(
            [.. Enumerable.Range(1, 1_000).Select(i => TestAgency.Shows(Meter, Some.Local(1, 1).Plus(TimeSpan.FromSeconds(i * (long)seconds)), i % 2 == 0 ? i : 9_000_000_000m + i))])));

        Assert.True(test.Agency.IsOpen);
        var total = await test.TotalAsync(Meter);
        await test.RestartAsync();
        Assert.Equal((1_001, total), (test.Stored(Meter).Count, await test.TotalAsync(Meter)));
    }

    [Fact]
    public async Task Given_a_gauge_that_shows_more_than_a_power_station_When_sent_Then_it_waits_in_quarantine_and_the_host_goes_on()
    {
        await using var test = await TestAgency.StartAsync("mot");
        var gauge = new SourceDescriptor("test", "plain", "g/1", "electricity", SourceKind.Gauge, FlowDirection.Import, null, "MW");

        Assert.True(await test.SendAsync(test.Message(
            [.. Enumerable.Range(0, 200).Select(i => new Observation(gauge, Some.Local(7, 1).Plus(TimeSpan.FromMinutes(20 * i)), RegisterValue.From(4_000_000_000m)))])));

        Assert.True(test.Agency.IsOpen);
        Assert.Equal(200, (await test.Agency.QuarantineAsync(null, 1_000, default)).Count);
        await test.RestartAsync();
        Assert.True(test.Agency.IsOpen);
    }

    [Fact]
    public async Task Given_a_quarantined_message_When_its_reading_is_refused_again_Then_it_can_still_be_replayed_and_lies_there_once()
    {
        await using var test = await TestAgency.StartAsync();
        var connector = new LearningConnector { HasLearned = true };
        test.Plugins.Add(connector);
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 1);
        await test.PutAsync(Meter, Some.NoChange with { Factor = 1_000m });
        var raw = new RawMessage("test", Meter, Encoding.UTF8.GetBytes("9000000000"), test.Clock.Now);
        await test.SendAsync(new SentDelivery { ReceivedAt = test.Clock.Now, Raw = raw, Rejected = [new RejectedPart("notANumber", "seven")] });
        var id = Assert.Single(await test.Agency.QuarantineAsync(null, 10, default)).Id;

        foreach (var _ in (int[])[1, 2])
        {
            var refused = await test.Agency.ReplayAsync(id, "profile mended", "lan", default).InTimeAsync();
            Assert.Equal(0, refused!.Accepted);
            Assert.Contains("factor", refused.Reason, StringComparison.Ordinal);
        }

        Assert.Null(Assert.Single(await test.Agency.QuarantineAsync(null, 10, default)).ReplayedAt);
        await test.PutAsync(Meter, Some.NoChange with { Factor = 1m });
        Assert.Equal((1, null), (await test.Agency.ReplayAsync(id, "profile mended", "lan", default).InTimeAsync()) is { } done ? (done.Accepted, done.Reason) : default);
        Assert.NotNull(Assert.Single(await test.Agency.QuarantineAsync(null, 10, default)).ReplayedAt);
    }

    [Fact]
    public async Task Given_changes_of_one_source_at_once_When_readings_stream_in_Then_all_changes_hold_and_no_reading_is_lost()
    {
        await using var test = await TestAgency.StartAsync("mot", "hai");
        await test.SendAsync(Meter, Some.Local(7, 31, 8), 0);
        var sent = Enumerable.Range(1, 300).Select(second => test.Message(TestAgency.Shows(Meter, Some.Local(7, 31, 8).Plus(TimeSpan.FromSeconds(second)), second))).ToList();
        var streaming = Task.Run(async () =>
        {
            foreach (var message in sent)
            {
                await test.Sink.SubmitAsync(message, default);
            }
        });

        await Task.WhenAll(
            test.PutAsync(Meter, Some.NoChange with { Factor = 2m }), test.PutAsync(Meter, Some.NoChange with { Label = "Tầng 2" }),
            test.AssignAsync(Meter, "mot"), test.PutAsync(Meter, Some.NoChange with { Place = "tủ điện" }));
        await test.AssignAsync(Meter, "hai");
        await streaming.InTimeAsync();

        Assert.All(await Task.WhenAll(sent.Select(message => message.Done)).InTimeAsync(), Assert.True);
        var view = await test.Agency.SourceAsync(Some.Meter(Meter).Id, default);
        Assert.Equal(("hai", 2m, "Tầng 2", "tủ điện"), (view!.Unit, view.Factor, view.Label, view.Place));
        Assert.Equal((301, 600m), (test.Stored(Meter).Count, await test.TotalAsync(Meter)));
        Assert.Equal((0m, 600m), (await test.UseAsync("mot"), await test.UseAsync("hai")));
    }

    private static void Execute(Microsoft.Data.Sqlite.SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
