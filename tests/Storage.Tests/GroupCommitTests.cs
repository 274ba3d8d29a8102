using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tests;

public sealed class GroupCommitTests
{
    private static readonly string[] Tables = ["reading", "conflict", "hour", "fold", "unsettled", "quarantine", "unmatched", "connector_state"];

    [Fact]
    public async Task Given_a_request_for_every_table_When_committed_Then_all_of_it_is_stored_and_its_deliveries_hear_so_once()
    {
        await using var test = await TestDatabase.NewAsync();
        var (request, delivery) = WithDelivery(TestDatabase.Everything(7));

        Assert.True(await test.CommitAsync(request));

        Assert.Equal([true], delivery.Told);
        Assert.All(Tables, table => Assert.Equal(1, test.Count(table)));
        test.Reopen();
        Assert.All(Tables, table => Assert.Equal(1, test.Count(table)));
    }

    [Fact]
    public async Task Given_a_group_with_one_request_that_breaks_a_reference_When_written_Then_nothing_of_the_group_is_stored_and_all_are_refused()
    {
        await using var test = await TestDatabase.NewAsync();
        var availability = new List<bool>();
        test.Database.OnAvailable = availability.Add;
        var (good, goodDelivery) = WithDelivery(TestDatabase.Everything(7));
        var (bad, badDelivery) = WithDelivery(TestDatabase.Everything(8, source: 999));
        var (after, afterDelivery) = WithDelivery(TestDatabase.Everything(9));
        using var gate = new ManualResetEventSlim();
        var busy = test.Database.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(20)));

        test.Database.Enqueue(good);
        test.Database.Enqueue(bad);
        test.Database.Enqueue(after);
        gate.Set();
        await busy;

        var committed = await Task.WhenAll(good.Settled, bad.Settled, after.Settled).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.All(committed, Assert.False);
        Assert.All((HeardDelivery[])[goodDelivery, badDelivery, afterDelivery], delivery => Assert.Equal([false], delivery.Told));
        Assert.All(Tables, table => Assert.Equal(0, test.Count(table)));
        await TestDatabase.EventuallyAsync(() => availability.Count == 2, "the writer recovers");
        Assert.Equal([false, true], availability);
        Assert.True(await test.CommitAsync(TestDatabase.Everything(10)));
    }

    [Fact]
    public async Task Given_a_lost_writer_When_asked_to_write_Then_it_refuses_at_once()
    {
        await using var test = await TestDatabase.NewAsync();
        var refusals = new List<(bool Request, bool Job)>();
        test.Database.OnAvailable = available =>
        {
            if (!available)
            {
                var request = new CommitRequest();
                test.Database.Enqueue(request);
                refusals.Add((request.Settled.IsCompletedSuccessfully && !request.Settled.Result, test.Database.WriteAsync(_ => 1).Exception?.InnerException is StorageLostException));
            }
        };

        Assert.False(await test.CommitAsync(TestDatabase.Everything(8, source: 999)));
        await TestDatabase.EventuallyAsync(() => test.Database.Health.Problem is null && refusals.Count == 1, "the writer recovers");

        Assert.Equal([(true, true)], refusals);
    }

    [Fact]
    public async Task Given_hours_stored_twice_When_read_Then_they_are_sums_and_the_newest_spans_replace_all_older()
    {
        await using var test = await TestDatabase.NewAsync();
        Assert.True(await test.CommitAsync(TestDatabase.Everything(7)));
        var more = new CommitRequest();
        more.Hours.Add(new HourRow(1, new Hour(7), new HourCell(new Amount(-2), -1, 0, 4)));
        more.Unsettled.Add(new(1, []));
        more.State.Add(new StateRow("test", "key7", null));

        Assert.True(await test.CommitAsync(more));

        Assert.Equal([new HourRow(1, new Hour(7), new HourCell(new Amount(3), 0, 2, 7))], test.Database.Read(connection => HourTable.Range(connection, 1, new Hour(0), new Hour(99))));
        Assert.Equal((0, 0), (test.Count("unsettled"), test.Count("connector_state")));
    }

    [Fact]
    public async Task Given_a_write_that_breaks_a_rule_When_run_Then_its_caller_hears_and_the_writer_goes_on()
    {
        await using var test = await TestDatabase.NewAsync();
        var availability = new List<bool>();
        test.Database.OnAvailable = availability.Add;

        await Assert.ThrowsAsync<SqliteException>(() => test.Database.WriteAsync(connection =>
        {
            OriginTable.Number(connection, "half done");
            SourceTable.Assign(connection, 1, [new Assignment(1, "no such unit", null, null)]);
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.WriteAsync(_ => throw new InvalidOperationException()));

        Assert.Equal(1, test.Count("origin"));
        Assert.True(await test.CommitAsync(TestDatabase.Everything(7)));
        Assert.Empty(availability);
    }

    [Fact]
    public async Task Given_requests_in_line_When_the_database_closes_Then_they_are_written_and_later_ones_refused()
    {
        await using var test = await TestDatabase.NewAsync();
        var requests = Enumerable.Range(0, 200).Select(at => TestDatabase.Everything(at)).ToList();
        requests.ForEach(test.Database.Enqueue);

        test.Database.Dispose();

        Assert.All(requests, request => Assert.True(request.Settled.IsCompletedSuccessfully && request.Settled.Result));
        Assert.False(await test.CommitAsync(new CommitRequest()));
        test.Reopen();
        Assert.Equal(200, test.Count("reading"));
    }

    private static (CommitRequest Request, HeardDelivery Delivery) WithDelivery(CommitRequest request)
    {
        var delivery = new HeardDelivery { ReceivedAt = new Instant(0) };
        request.Deliveries.Add(delivery);
        return (request, delivery);
    }
}
