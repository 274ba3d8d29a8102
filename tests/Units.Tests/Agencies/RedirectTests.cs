using System.Reactive.Concurrency;
using System.Text;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Watching;

namespace EmulationPlatform.Units.Tests.Agencies;

/// <summary>Messages on their way to a unit while their source moves to another. Units are held back to make the moment last.</summary>
public sealed class RedirectTests : IAsyncLifetime, IDisposable
{
    private readonly Origin origin = new("api", 1);
    private TestAgency test = null!;
    private BoardKeeper board = null!;
    private WatchRoom watches = null!;
    private AgencyRuntime runtime = null!;

    public async Task InitializeAsync()
    {
        test = await TestAgency.StartAsync("mot", "hai");
        foreach (var meter in (string[])["a", "b"])
        {
            await test.SendAsync(meter, Some.Local(7, 31, 8), 1);
            await test.AssignAsync(meter, "mot");
        }

        board = new BoardKeeper(Some.Terms(test.Setup.DefaultPlan), test.Clock.Now, Scheduler.Default);
        watches = new WatchRoom(test.Setup);
        runtime = AgencyRuntime.Load(test.Setup, board, watches, _ => Some.Terms(test.Setup.DefaultPlan), () => { });
    }

    public async Task DisposeAsync()
    {
        await runtime.StopAsync().InTimeAsync();
        await watches.DisposeAsync();
        await test.DisposeAsync();
    }

    public void Dispose() => board.Dispose();

    [Fact]
    public async Task Given_a_move_whose_caller_gave_up_When_the_source_sends_Then_its_messages_are_still_settled()
    {
        using var hold = await HoldAsync("mot");
        using var caller = new CancellationTokenSource();
        var move = MoveAsync("a", "hai", caller.Token);
        await caller.CancelAsync();
        var message = await SubmitAsync(TestAgency.Shows("a", Some.Local(7, 31, 9), 2));
        hold.Set();

        Assert.True(await message.Done.InTimeAsync());
        await move.ContinueWith(_ => { }, TaskScheduler.Default).InTimeAsync();
        Assert.Equal(2, test.Stored("a").Count);
    }

    [Fact]
    public async Task Given_a_message_with_state_When_one_of_its_sources_moves_meanwhile_Then_the_state_is_never_stored_before_its_readings()
    {
        using var one = await HoldAsync("mot");
        using var two = await HoldAsync("hai");
        var move = MoveAsync("b", "hai", default);
        var message = await SubmitAsync(TestAgency.Shows("a", Some.Local(7, 31, 9), 2), TestAgency.Shows("b", Some.Local(7, 31, 9), 2));
        one.Set();
        await Eventually.TrueAsync(() => runtime.Find("hai")!.Waiting > 0, "the source is about to arrive");
        using var afterArrival = Hold("hai", out _);
        two.Set();
        await Eventually.TrueAsync(() => runtime.Sources.Find(Some.Meter("b").Id)!.Grain?.Unit == "hai" && runtime.Find("hai")!.Waiting > 0, "the reading has followed");
        await runtime.Find("mot")!.AskAsync((_, _) => true, default).InTimeAsync();

        Assert.False(message.Done.IsCompleted);
        Assert.Equal(0, StateRows());

        afterArrival.Set();
        await move.InTimeAsync();
        Assert.True(await message.Done.InTimeAsync());
        Assert.Equal((2, 2, 1, 1), (test.Stored("a").Count, test.Stored("b").Count, message.Times, StateRows()));
    }

    [Fact]
    public async Task Given_a_post_with_two_sources_When_one_moves_meanwhile_Then_each_reading_is_told_accepted_once()
    {
        using var hold = await HoldAsync("mot");
        var post = new PostDelivery(2)
        {
            ReceivedAt = test.Clock.Now,
            Observations = [TestAgency.Shows("a", Some.Local(7, 31, 9), 2), TestAgency.Shows("b", Some.Local(7, 31, 9), 2)],
        };
        var move = MoveAsync("b", "hai", default);
        await runtime.DispatchAsync(post, origin, default);
        hold.Set();

        Assert.True(await post.Committed.InTimeAsync());
        await move.InTimeAsync();
        Assert.Equal([ReadingFate.Accepted, ReadingFate.Accepted], post.Fates);
    }

    /// <summary>The unit stands still until the gate is set; the first await tells that it does.</summary>
    private async Task<ManualResetEventSlim> HoldAsync(string unit)
    {
        var gate = Hold(unit, out var standing);
        await standing.InTimeAsync();
        return gate;
    }

    private ManualResetEventSlim Hold(string unit, out Task standing)
    {
        var gate = new ManualResetEventSlim();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = runtime.Find(unit)!.AskAsync(
            (_, _) =>
            {
                reached.SetResult();
                return gate.Wait(TimeSpan.FromSeconds(20));
            },
            default);
        standing = reached.Task;
        return gate;
    }

    private int StateRows() => test.Database.Read(connection => ConnectorStateTable.Load(connection, origin.Name, "")).Count;

    private Task MoveAsync(string topic, string unit, CancellationToken cancellationToken)
    {
        var entry = runtime.Sources.Find(Some.Meter(topic).Id)!;
        return runtime.MoveAsync(entry, entry.Row, SourceSettings.Assign(entry.No, entry.Assignments, Some.NoChange with { Unit = unit }), _ => { }, cancellationToken);
    }

    private async Task<SentDelivery> SubmitAsync(params Observation[] observations)
    {
        var message = new SentDelivery { ReceivedAt = test.Clock.Now, Observations = observations, State = [new StateChange("qos2/7", Encoding.UTF8.GetBytes("x"))] };
        await runtime.DispatchAsync(message, origin, default);
        return message;
    }
}
