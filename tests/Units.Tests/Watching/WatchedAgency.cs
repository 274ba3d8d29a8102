using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Watching;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Units.Tests.Watching;

/// <summary>A running agency in virtual time, over a real database.</summary>
internal sealed class WatchedAgency : IAsyncDisposable
{
    public const string Unit = "u1";

    private readonly TempFolder folder = new();
    private Database? database;
    private Agency? agency;
    private IReadingSink? sink;

    /// <summary>A Monday.</summary>
    public VirtualClock Clock { get; } = new(Some.Local(8, 3, 12));

    public WatchSettings Settings { get; init; } = new();

    public Agency Agency => agency!;

    public Database Database => database!;

    public static SourceDescriptor Electricity(string topic) => Some.Meter(topic);

    public static SourceDescriptor Water(string topic) => new("test", "plain", topic, "water", SourceKind.Counter, FlowDirection.None, null, "m3");

    public static async Task<WatchedAgency> StartAsync()
    {
        var test = new WatchedAgency();
        await test.OpenAsync();
        await test.Agency.PutUnitAsync(Some.Unit(Unit), "thu", default).InTimeAsync();
        return test;
    }

    public async Task OpenAsync()
    {
        database = Database.Open(new StorageOptions { DataFolder = folder.Path }, NullLogger.Instance);
        var setup = new AgencySetup(
            database, AgencyCalendar.Vietnam, Clock, NullLogger.Instance, Some.Plan(),
            new Dictionary<string, Metric> { ["electricity"] = Some.Electricity, ["water"] = Some.Water }, new Dictionary<string, IIndicator>(), new PluginDirectory())
        {
            Watches = Settings,
        };
        agency = await Agency.StartAsync(setup, default);
        (sink, _) = await agency.ConnectAsync("test");
    }

    public async Task CloseAsync()
    {
        if (agency is not null)
        {
            await agency.DisposeAsync();
            agency = null;
        }

        database?.Dispose();
        database = null;
    }

    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();

        // Watching begins in the background; the clock stands still until it has.
        await SettleAsync();
    }

    /// <summary>A register shows a value now; one message for all.</summary>
    public Task ShowAsync(decimal value, params SourceDescriptor[] sources) => ShowAheadAsync(TimeSpan.Zero, value, sources);

    /// <summary>The device's clock is ahead of the host's.</summary>
    public async Task ShowAheadAsync(TimeSpan ahead, decimal value, params SourceDescriptor[] sources)
    {
        var at = Clock.Now.Plus(ahead);
        var message = new SentDelivery { ReceivedAt = Clock.Now, Observations = [.. sources.Select(source => new Observation(source, at, RegisterValue.From(value)))] };
        await sink!.SubmitAsync(message, default);
        Assert.True(await message.Done.InTimeAsync());
    }

    public async Task AssignAsync(SourceDescriptor source, string unit = Unit, decimal? most = null) =>
        await Agency.PutSourceAsync(source.Id, Some.NoChange with { Unit = unit, MaxRatePerHour = most, Reason = "so it is" }, "test", default).InTimeAsync();

    /// <summary>Waits until everything that has come is stored and told to the watches, and what they say is stored.</summary>
    public async Task SettleAsync()
    {
        await Agency.Facilities.WorklistAsync(null, default).InTimeAsync();

        // Whoever asks stands in the watches' line: first behind what may put more into it, then behind that.
        for (var round = 0; round < 3; round++)
        {
            await Agency.Watches.AcknowledgeAsync("nobody", WatchKind.Silent, new Acknowledgement("", default, ""), (_, _) => { }).InTimeAsync();
        }
    }

    /// <summary>Moves on by small steps, so that what runs at its own times has them.</summary>
    public async Task WaitAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await SettleAsync();
    }

    public async Task<IReadOnlyList<AlertView>> AlertsAsync()
    {
        await SettleAsync();
        return await Agency.Facilities.AlertsAsync(default);
    }

    public IReadOnlyList<AlertRow> Stored() => Database.Read(AlertTable.All);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        folder.Dispose();
    }
}
