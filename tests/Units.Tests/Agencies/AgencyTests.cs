using System.Text;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Agencies;

public sealed class AgencyTests
{
    private const string Meter = "m/1";

    [Fact]
    public async Task Given_readings_that_are_not_in_stored_hours_yet_When_the_agency_ends_Then_all_hours_are_stored_up_to_the_newest()
    {
        await using var test = await TestAgency.StartAsync("mot");
        for (var minute = 0; minute < 30; minute++)
        {
            await test.SendAsync(Meter, Some.Local(7, 31, 10, minute), minute);
        }

        await test.CloseAsync();

        var (fold, sum) = test.ReadFile(connection => (HourTable.Fold(connection, 1), HourTable.Sum(connection, 1, new Hour(0), new Hour(1_000_000))));
        Assert.Equal(Some.Local(7, 31, 10, 29), fold?.ThroughAt);
        Assert.Equal(29m, sum.Amount.ToDecimal());
    }

    [Fact]
    public async Task Given_a_past_moment_When_its_board_is_asked_for_Then_only_whole_hours_before_it_count()
    {
        await using var test = await TestAgency.StartAsync("mot");
        await test.SendAsync(Meter, Some.Local(7, 30, 8), 100);
        await test.SendAsync(Meter, Some.Local(7, 30, 9), 110);
        await test.SendAsync(Meter, Some.Local(7, 30, 10), 115);
        await test.AssignAsync(Meter, "mot");

        Assert.Equal(10m, await ValueAsOfAsync(test, Some.Local(7, 30, 9, 59)));
        Assert.Equal(15m, await ValueAsOfAsync(test, Some.Local(7, 30, 10)));
        Assert.Equal(DataState.NoData, (await RowAsOfAsync(test, Some.Local(7, 29))).Card.Targets[0].Result.State);
    }

    [Fact]
    public async Task Given_a_message_nobody_understands_and_one_with_a_bad_part_When_sent_Then_topic_and_raw_bytes_are_kept()
    {
        await using var test = await TestAgency.StartAsync();
        var raw = new RawMessage("test", "t/1", Encoding.UTF8.GetBytes("abc"), test.Clock.Now);
        Assert.True(await test.SendAsync(new SentDelivery { ReceivedAt = test.Clock.Now, Raw = raw, NotUnderstood = true }));
        Assert.True(await test.SendAsync(new SentDelivery { ReceivedAt = test.Clock.Now, Raw = raw, NotUnderstood = true }));
        Assert.True(await test.SendAsync(new SentDelivery { ReceivedAt = test.Clock.Now, Raw = raw, Rejected = [new RejectedPart("notANumber", "abc")] }));

        var unmatched = Assert.Single(await test.Agency.UnmatchedAsync(default));
        var quarantined = Assert.Single(await test.Agency.QuarantineAsync(null, 10, default));

        Assert.Equal(("t/1", 2L), (unmatched.Topic, unmatched.Count));
        Assert.Equal(("notANumber", "abc"), (quarantined.Code, Encoding.UTF8.GetString(quarantined.Payload.Span)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_a_topic_nobody_understood_When_a_message_of_it_is_read_or_a_profile_would_read_it_Then_it_leaves_the_list(bool isSentAgain)
    {
        await using var test = await TestAgency.StartAsync();
        var connector = new DeafConnector();
        test.Plugins.Add(connector);
        var raw = new RawMessage("test", Meter, Encoding.UTF8.GetBytes("7"), test.Clock.Now);
        await test.SendAsync(new SentDelivery { ReceivedAt = test.Clock.Now, Raw = raw, NotUnderstood = true });
        Assert.Equal(Meter, Assert.Single(await test.Agency.UnmatchedAsync(default)).Topic);

        test.Clock.Now = test.Clock.Now.Plus(TimeSpan.FromMinutes(1));
        if (isSentAgain)
        {
            await test.SendAsync(Meter, Some.Local(7, 31, 12), 7);
        }
        else
        {
            connector.Hears = true;
        }

        Assert.Empty(await test.Agency.UnmatchedAsync(default));
        test.Clock.Now = test.Clock.Now.Plus(TimeSpan.FromMinutes(1));
        connector.Hears = false;
        await test.SendAsync(new SentDelivery { ReceivedAt = test.Clock.Now, Raw = raw with { ReceivedAt = test.Clock.Now }, NotUnderstood = true });
        Assert.Equal(2, Assert.Single(await test.Agency.UnmatchedAsync(default)).Count);
    }

    [Theory]
    [InlineData(60, 2, SourceHealth.Live)]
    [InlineData(60, 20, SourceHealth.Silent)]
    [InlineData(60 * 20, 30, SourceHealth.Live)]
    public async Task Given_a_meter_with_a_usual_interval_When_it_is_silent_Then_its_badge_goes_by_that(int minutes, int silentHours, SourceHealth expected)
    {
        await using var test = await TestAgency.StartAsync();
        for (var i = 0; i < 8; i++)
        {
            await test.SendAsync(Meter, test.Clock.Now, i);
            test.Clock.Now = test.Clock.Now.Plus(TimeSpan.FromMinutes(minutes));
        }

        test.Clock.Now = test.Clock.Now.Plus(TimeSpan.FromHours(silentHours) - TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, (await test.Agency.SourcesAsync(new SourceQuery(null, null, null), default)).Single().Health);
    }

    [Fact]
    public async Task Given_a_quarantined_message_When_replayed_with_a_better_profile_Then_it_counts_once_and_says_so_the_second_time()
    {
        await using var test = await TestAgency.StartAsync();
        var connector = new LearningConnector();
        test.Plugins.Add(connector);
        var raw = new RawMessage("test", Meter, Encoding.UTF8.GetBytes("7"), test.Clock.Now);
        await test.SendAsync(new SentDelivery { ReceivedAt = test.Clock.Now, Raw = raw, Rejected = [new RejectedPart("notANumber", "seven")] });
        var id = Assert.Single(await test.Agency.QuarantineAsync(null, 10, default)).Id;

        var early = await test.Agency.ReplayAsync(id, "profile mended", "lan", default).InTimeAsync();
        connector.HasLearned = true;
        var replayed = await test.Agency.ReplayAsync(id, "profile mended", "lan", default).InTimeAsync();
        var again = await test.Agency.ReplayAsync(id, "profile mended", "lan", default).InTimeAsync();

        Assert.Equal((0, 1, 0), (early!.Accepted, replayed!.Accepted, again!.Accepted));
        var row = Assert.Single(test.Database.Read(connection => AuditTable.Page(connection, null, 10, $"quarantine/{id}", null))).Entry;
        Assert.Equal(("lan", "quarantine.replayed", "profile mended"), (row.Author, row.Act, row.Reason));
        Assert.NotNull(early.Reason);
        Assert.NotNull(again.Reason);
        Assert.Null(await test.Agency.ReplayAsync(id + 1, "profile mended", "lan", default));
        Assert.Equal([7m], test.Stored(Meter).Select(stored => stored.Reading.Value.ToDecimal()));
    }

    [Fact]
    public async Task Given_a_reading_from_the_future_When_sent_Then_the_delivery_is_taken_and_the_reading_waits_in_quarantine()
    {
        await using var test = await TestAgency.StartAsync();

        Assert.True(await test.SendAsync(test.Message(
            TestAgency.Shows(Meter, test.Clock.Now.Plus(TimeSpan.FromMinutes(6)), 5), TestAgency.Shows(Meter, test.Clock.Now.Plus(TimeSpan.FromMinutes(4)), 4))));

        Assert.Equal("futureTime", Assert.Single(await test.Agency.QuarantineAsync(null, 10, default)).Code);
        Assert.Single(test.Stored(Meter));
    }

    [Fact]
    public async Task Given_an_agency_that_ended_When_something_is_sent_Then_it_is_refused()
    {
        await using var test = await TestAgency.StartAsync("mot");
        var sink = test.Sink;
        await test.CloseAsync();

        Assert.False(sink.IsOpen);
        await Assert.ThrowsAsync<SinkClosedException>(async () => await sink.SubmitAsync(test.Message(TestAgency.Shows(Meter, Some.Local(7, 31), 1)), default));
    }

    [Fact]
    public void Given_as_many_sources_as_are_allowed_When_one_more_comes_Then_it_is_not_taken_and_known_ones_still_are()
    {
        var registry = new SourceRegistry(new RuleBook(new Dictionary<string, Metric>()));
        for (var i = 0; i < SourceRegistry.MostSources; i++)
        {
            Assert.NotNull(registry.FindOrAdd(Some.Meter("m/" + i), null!, default));
        }

        Assert.Null(registry.FindOrAdd(Some.Meter("one/more"), null!, default));
        Assert.NotNull(registry.FindOrAdd(Some.Meter("m/7"), null!, default));
        Assert.Equal(SourceRegistry.MostSources, registry.Count);
    }

    private static async Task<UnitRow> RowAsOfAsync(TestAgency test, Instant asOf) => Assert.Single((await test.Agency.BoardAsOfAsync(asOf, knownThen: false, default).InTimeAsync()).Units);

    private static async Task<decimal?> ValueAsOfAsync(TestAgency test, Instant asOf) => (await RowAsOfAsync(test, asOf)).Card.Targets[0].Result.Value;
}
