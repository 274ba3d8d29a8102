using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Hosts;

/// <summary>The default edition: all units in one process over SQLite.</summary>
public sealed class InProcessHostTests : UnitHostContract
{
    private TestAgency test = null!;

    public override async Task InitializeAsync() => test = await TestAgency.StartAsync("mot", "hai");

    public override async Task DisposeAsync() => await test.DisposeAsync();

    protected override ValueTask SubmitAsync(Delivery delivery) => test.Sink.SubmitAsync(delivery, default);

    protected override Task RestartAsync() => test.RestartAsync();

    protected override async Task<IDisposable> HoldStorageAsync()
    {
        var hold = new StorageHold();
        await hold.BeginAsync(test.Database);
        return hold;
    }

    protected override Task AssignAsync(string topic, string unit, Instant? from = null) => test.AssignAsync(topic, unit, from);

    protected override Task<IReadOnlyList<decimal>> StoredAsync(string topic) =>
        Task.FromResult<IReadOnlyList<decimal>>([.. test.Stored(topic).Select(stored => stored.Reading.Value.ToDecimal())]);

    protected override Task<IReadOnlyList<string>> StateKeysAsync() =>
        Task.FromResult<IReadOnlyList<string>>([.. test.Database.Read(connection => ConnectorStateTable.Load(connection, "test", "")).Select(row => row.Key)]);

    protected override Task<decimal> TotalAsync(string topic) => test.TotalAsync(topic);

    protected override Task<decimal> UseAsync(string unit) => test.UseAsync(unit);
}
