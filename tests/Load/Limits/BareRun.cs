using EmulationPlatform.Load.HostProcess;
using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load.Limits;

/// <summary>The same load on the bare server, in stretches.</summary>
internal sealed class BareRun : IAsyncDisposable
{
    private readonly LoadOptions options;
    private readonly TimeProvider clock;
    private readonly BareProcess server;
    private readonly Device[] devices;
    private readonly List<double> rates = [];

    private BareRun(LoadOptions options, BareProcess server, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        this.server = server;
        devices = Devices.Make(options.Clients, options.MostMessagesPerDevice, clock);
    }

    public IReadOnlyList<double> Rates => rates;

    public LatencyHistogram ToAcknowledgement { get; } = new();

    public static async Task<BareRun> StartAsync(
        LoadOptions options, ReadingTable table, string folder, IReadOnlyDictionary<string, string> environment, TimeProvider clock, CancellationToken cancellationToken)
    {
        var database = Path.Combine(folder, "bare.db");
        table.Create(database);
        return new(options, await BareProcess.StartAsync(database, HostAddresses.FreePort(), environment, clock, cancellationToken), clock);
    }

    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        await using var fleet = new Fleet(devices, options.Publishing, clock);
        await fleet.ConnectAsync(server.Address, MqttLogin.Anonymous, cancellationToken);
        var slice = await fleet.PublishAsync(
            new Phase(options.WarmUp, options.BareStretch, static () => { }, static () => { }), options.Rate, cancellationToken);
        await fleet.FinishAsync(cancellationToken);
        rates.Add(slice.PerSecond);
        ToAcknowledgement.Merge(slice.Latencies);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
