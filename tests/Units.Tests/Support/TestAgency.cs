using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Views;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Units.Tests.Support;

/// <summary>A running agency over a real database in a folder of its own.</summary>
internal sealed class TestAgency : IAsyncDisposable
{
    public const string Indicator = "green-office.electricity";
    private readonly TempFolder folder = new();
    private Agency? agency;
    private IReadingSink? sink;

    public SettableClock Clock { get; } = new() { Now = Some.Local(7, 31, 12) };

    public Database Database { get; private set; } = null!;

    public PluginDirectory Plugins { get; } = new();

    public Plan Plan { get; init; } = Some.Plan(Some.Target("t", Indicator));

    public AgencySetup Setup { get; private set; } = null!;

    public Agency Agency => agency!;

    public IReadingSink Sink => sink!;

    public static Task<TestAgency> StartAsync(params string[] units) => StartAsync(new TestAgency(), units);

    public static async Task<TestAgency> StartAsync(TestAgency test, params string[] units)
    {
        await test.OpenAsync();
        foreach (var unit in units)
        {
            await test.Agency.PutUnitAsync(Some.Unit(unit), "thu", default);
        }

        return test;
    }

    public async Task OpenAsync()
    {
        Database = Database.Open(new StorageOptions { DataFolder = folder.Path }, NullLogger.Instance);
        IIndicator indicator = new YearUse(Indicator, Some.Electricity.Id);
        Setup = new AgencySetup(
            Database, AgencyCalendar.Vietnam, Clock, NullLogger.Instance, Plan,
            new Dictionary<string, Metric> { ["electricity"] = Some.Electricity, ["water"] = Some.Water },
            new Dictionary<string, IIndicator> { [Indicator] = indicator }, Plugins);
        agency = await Agency.StartAsync(Setup, default);
        (sink, _) = await agency.ConnectAsync("test");
    }

    public async Task CloseAsync()
    {
        if (agency is not null)
        {
            await agency.DisposeAsync();
            Database.Dispose();
            agency = null;
        }
    }

    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public SentDelivery Message(params Observation[] observations) => new() { ReceivedAt = Clock.Now, Observations = observations };

    /// <summary>Stops, changes the file behind the host's back, and starts again.</summary>
    public async Task RestartAsync(Action<SqliteConnection> meanwhile)
    {
        await CloseAsync();
        using (var database = Database.Open(new StorageOptions { DataFolder = folder.Path }, NullLogger.Instance))
        {
            await database.WriteAsync(meanwhile);
        }

        await OpenAsync();
    }

    /// <summary>What is on disk while the agency is closed.</summary>
    public T ReadFile<T>(Func<SqliteConnection, T> read)
    {
        using var database = Database.Open(new StorageOptions { DataFolder = folder.Path }, NullLogger.Instance);
        return database.Read(read);
    }

    public static Observation Shows(string topic, Instant at, decimal value) => new(Some.Meter(topic), at, RegisterValue.From(value));

    /// <summary>Hands over and waits for what becomes of it.</summary>
    public async Task<bool> SendAsync(Delivery delivery)
    {
        await Sink.SubmitAsync(delivery, default);
        return await ((SentDelivery)delivery).Done.InTimeAsync();
    }

    public async Task SendAsync(string topic, Instant at, decimal value) => Assert.True(await SendAsync(Message(Shows(topic, at, value))));

    public Task<SourceView?> PutAsync(string topic, SourceChange change) => Agency.PutSourceAsync(Some.Meter(topic).Id, change with { Reason = change.Reason ?? "so it is" }, "someone", default).InTimeAsync();

    public Task<SourceView?> AssignAsync(string topic, string unit, Instant? from = null) => PutAsync(topic, Some.NoChange with { Unit = unit, AssignedFrom = from });

    /// <summary>What a unit used this year, as its page shows it.</summary>
    public async Task<decimal> UseAsync(string unit)
    {
        UnitDetail? detail = null;
        await Eventually.TrueAsync(() => Agency.Board.Units.Any(row => row.Unit == unit), "a row for " + unit);
        detail = await Agency.UnitAsync(unit, default).InTimeAsync();
        return detail!.Metrics.Single(metric => metric.Metric == Some.Electricity).Facts.Months.Sum(month => month.Amount.ToDecimal());
    }

    /// <summary>What a source counted between 2025 and the end of 2026.</summary>
    public async Task<decimal> TotalAsync(string topic)
    {
        var view = await Agency.ConsumptionAsync(
            Some.Meter(topic).Id, AgencyCalendar.Vietnam.Year(2025).Start, AgencyCalendar.Vietnam.Year(2026).End, Granularity.Total, default).InTimeAsync();
        return view!.Total.ToDecimal();
    }

    public IReadOnlyList<StoredReading> Stored(string topic)
    {
        var entry = Database.Read(SourceTable.All).Single(row => row.Topic == topic);
        return Database.Read(connection => ReadingTable.Range(connection, entry.No, new Instant(0), new Instant(long.MaxValue), 1_000_000));
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        folder.Dispose();
    }
}
