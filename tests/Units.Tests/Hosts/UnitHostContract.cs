using System.Text;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Hosts;

/// <summary>What every host of units keeps, on one machine or on many.</summary>
public abstract class UnitHostContract : IAsyncLifetime
{
    private const string Meter = "m/1";
    private static readonly string[] Units = ["mot", "hai"];

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Given_a_message_told_durable_When_the_host_starts_again_Then_its_readings_and_state_are_there()
    {
        Assert.True(await SendAsync("q/1", Shows(Meter, 8, 0, 100), Shows(Meter, 8, 30, 103)));

        await RestartAsync();

        Assert.Equal([100m, 103m], await StoredAsync(Meter));
        Assert.Equal(["q/1"], await StateKeysAsync());
        Assert.Equal(3m, await TotalAsync(Meter));
    }

    [Fact]
    public async Task Given_readings_in_any_order_and_twice_When_done_Then_the_use_is_that_of_their_order_in_time()
    {
        Observation[] readings = [.. Enumerable.Range(0, 40).Select(minute => Shows(Meter, 8, minute, 100 + minute))];
        var order = readings.Concat(readings[10..20]).OrderBy(reading => reading.At.UnixMilliseconds / 60_000 * 7_919 % 101).ToList();

        foreach (var reading in order)
        {
            Assert.True(await SendAsync("q/1", reading));
        }

        Assert.Equal(39m, await TotalAsync(Meter));
        Assert.Equal(40, (await StoredAsync(Meter)).Count);
    }

    [Fact]
    public async Task Given_restarts_between_any_two_messages_When_done_Then_nothing_is_counted_twice_or_lost()
    {
        await SendAsync("q/0", Shows(Meter, 8, 0, 100));
        await AssignAsync(Meter, "mot");
        for (var i = 1; i <= 5; i++)
        {
            await SendAsync("q/" + i, Shows(Meter, 8, 2 * i, 100 + (2 * i)));
            await RestartAsync();
            await SendAsync("late/" + i, Shows(Meter, 8, (2 * i) - 1, 99 + (2 * i)));
        }

        Assert.Equal(10m, await UseAsync("mot"));
        Assert.Equal(10m, await TotalAsync(Meter));
    }

    [Fact]
    public async Task Given_storage_that_stands_still_When_more_and_more_is_sent_Then_senders_wait_and_in_the_end_everything_is_stored()
    {
        var sent = new List<SentDelivery>();
        ValueTask waiting;
        using (await HoldStorageAsync())
        {
            do
            {
                Assert.True(sent.Count < 100_000, "An inbox without bound.");
                sent.Add(Message("q", Shows(Meter, 8, 0, 100) with { At = Some.Local(7, 30).Plus(TimeSpan.FromSeconds(sent.Count)) }));
                waiting = SubmitAsync(sent[^1]);
            }
            while (waiting.IsCompleted);
        }

        await waiting;
        Assert.All(await Task.WhenAll(sent.Select(message => message.Done)).InTimeAsync(), Assert.True);
        Assert.Equal(sent.Count, (await StoredAsync(Meter)).Count);
    }

    [Fact]
    public async Task Given_many_senders_and_sources_on_the_move_When_all_is_told_durable_Then_nothing_is_lost_doubled_or_counted_for_two()
    {
        var load = new MovingLoad(seed: 20_260_731);
        foreach (var meter in MovingLoad.Meters)
        {
            await SendAsync("first", load.First(meter));
        }

        using var moving = new CancellationTokenSource();
        var mover = MoveUntilAsync(moving.Token);
        var sent = await Task.WhenAll(load.Parts.Select(SendAllAsync));
        await moving.CancelAsync();
        await mover;

        Assert.All(sent.SelectMany(messages => messages), message => Assert.Equal((true, 1), (message.Done.Result, message.Times)));
        var before = await CheckAsync(load);
        await RestartAsync();
        Assert.Equal(before, await CheckAsync(load));
    }

    private static SentDelivery Message(string state, params Observation[] observations) => new()
    {
        ReceivedAt = Some.Local(7, 31, 12),
        Observations = observations,
        State = [new StateChange(state, Encoding.UTF8.GetBytes("x"))],
    };

    protected abstract ValueTask SubmitAsync(Delivery delivery);

    /// <summary>Ends the host and starts another one over what is stored.</summary>
    protected abstract Task RestartAsync();

    /// <summary>Nothing is committed until what is returned is disposed.</summary>
    protected abstract Task<IDisposable> HoldStorageAsync();

    /// <summary>Empty takes it away from its unit.</summary>
    protected abstract Task AssignAsync(string topic, string unit, Instant? from = null);

    protected abstract Task<IReadOnlyList<decimal>> StoredAsync(string topic);

    protected abstract Task<IReadOnlyList<string>> StateKeysAsync();

    /// <summary>What a source counted in all.</summary>
    protected abstract Task<decimal> TotalAsync(string topic);

    /// <summary>What a unit used this year.</summary>
    protected abstract Task<decimal> UseAsync(string unit);

    private static Observation Shows(string topic, int hour, int minute, decimal value) => TestAgency.Shows(topic, Some.Local(7, 31, hour, minute), value);

    private async Task<bool> SendAsync(string state, params Observation[] observations)
    {
        var message = Message(state, observations);
        await SubmitAsync(message);
        return await message.Done.InTimeAsync();
    }

    private async Task<List<SentDelivery>> SendAllAsync(IReadOnlyList<Observation[]> messages)
    {
        var sent = new List<SentDelivery>();
        foreach (var observations in messages)
        {
            sent.Add(Message("last/" + observations[0].Source.Topic, observations));
            await SubmitAsync(sent[^1]);
            if (sent.Count % 10 == 0)
            {
                await sent[^1].Done.InTimeAsync();
            }
        }

        await Task.WhenAll(sent.Select(message => message.Done)).InTimeAsync();
        return sent;
    }

    private async Task MoveUntilAsync(CancellationToken enough)
    {
        string[] places = ["mot", "hai", "", "hai"];
        for (var round = 0; !enough.IsCancellationRequested || round < 12; round++)
        {
            var from = round % 3 == 0 ? (Instant?)null : Some.Local(7, 31, 8 + (round % 4));
            await AssignAsync(MovingLoad.Meters[round % MovingLoad.Meters.Count], places[round % places.Length], from);
        }

        foreach (var (meter, i) in MovingLoad.Meters.Select((meter, i) => (meter, i)))
        {
            await AssignAsync(meter, "mot");
            await AssignAsync(meter, "hai", Some.Local(7, 31, 8 + i));
        }
    }

    private async Task<(decimal One, decimal Two)> CheckAsync(MovingLoad load)
    {
        var sum = 0m;
        foreach (var meter in MovingLoad.Meters)
        {
            Assert.Equal(load.Values(meter), await StoredAsync(meter));
            var total = await TotalAsync(meter);
            Assert.Equal(load.Total(meter), total);
            sum += total;
        }

        var uses = (One: 0m, Two: 0m);
        await Eventually.TrueAsync(async () => (uses = (await UseAsync(Units[0]), await UseAsync(Units[1]))).One + uses.Two == sum, "the units' parts sum to the whole");
        return uses;
    }
}
