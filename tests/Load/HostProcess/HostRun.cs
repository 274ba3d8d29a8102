using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load.HostProcess;

/// <summary>The host under load: set up once, published to in stretches, stopped in the end.</summary>
internal sealed class HostRun : IAsyncDisposable
{
    private const string User = "load";
    private const string ProbeUnit = "load-probe";
    private const int Units = 5;
    private const int CallsAtOnce = 4;
    private const int BaselineYearsBack = 1;
    private const long ProbeGrowthMilli = 10_000;

    private readonly LoadOptions options;
    private readonly TimeProvider clock;
    private readonly HostCommand command;
    private readonly Device[] devices;
    private readonly Device probeDevice;
    private RunningHost? host;
    private MqttLogin login = MqttLogin.Anonymous;
    private string key = "";

    public HostRun(LoadOptions options, string hostPath, string data, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        DatabaseFile = Path.Combine(data, "emulation.db");
        command = new HostCommand(hostPath, data, clock);
        devices = Devices.Make(options.Clients, options.MostMessagesPerDevice, clock);
        probeDevice = new Device(ProbeUnit, DeviceClock.EndingAt(clock.GetUtcNow(), 1), ProbeGrowthMilli);
    }

    public string DatabaseFile { get; }

    public IEnumerable<Device> AllDevices => [.. devices, probeDevice];

    public HostTotals Totals { get; } = new();

    /// <summary>Credentials on the empty data folder; afterwards the database exists.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        login = new MqttLogin(User, await command.RunAsync(["mqtt-user", "add", User, "--topics", "tele/#"], cancellationToken));
        key = await command.RunAsync(["key", "create", "--name", User, "--role", "Admin"], cancellationToken);
    }

    /// <summary>Starts the host; spreads the devices over units, so that fold, hours and score are in the path.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        host = new RunningHost(command, HostAddresses.Free(), DatabaseFile, clock);
        await host.StartAsync(cancellationToken);
        Totals.IdleResidentKilobytes = host.ResidentKilobytes;

        await using (var fleet = new Fleet(AllDevices, options.Publishing with { Qos = Math.Max(1, options.Publishing.Qos) }, clock))
        {
            await fleet.ConnectAsync(host.Addresses.Mqtt, login, cancellationToken);
            Totals.AllowedInFlight = fleet.AllowedInFlight;
            await fleet.PublishOneEachAsync(cancellationToken);
            Totals.Sessions += fleet.Counts;
        }

        using var api = new HostApi(host.Addresses.Web, key);
        await AssignAsync(api, cancellationToken);
    }

    /// <summary>One stretch of load with the probe beside it and, if asked for, kills.</summary>
    public async Task<SliceFigures> PublishAsync(CancellationToken cancellationToken)
    {
        using var api = new HostApi(host!.Addresses.Web, key);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var probeFleet = new Fleet([probeDevice], options.Publishing, clock);
        await using var fleet = new Fleet(devices, options.Publishing, clock);
        await probeFleet.ConnectAsync(host.Addresses.Mqtt, login, cancellationToken);
        await fleet.ConnectAsync(host.Addresses.Mqtt, login, cancellationToken);

        var stream = new ScoreStream(api, ProbeUnit, clock);
        var probe = new Probe(probeFleet.Sessions[0], stream, clock);
        Task[] beside = [stream.RunAsync(end.Token), probe.RunAsync(end.Token), host.WatchAsync(end.Token)];
        var killer = new Killer(host, options.Kills, options.Seed, clock);
        var killing = killer.RunAsync(options.WarmUp + options.HostStretch, end.Token);

        var slice = await fleet.PublishAsync(
            new Phase(options.WarmUp, options.HostStretch, () => Totals.CpuTime -= host.CpuTime, () => Totals.CpuTime += host.CpuTime),
            options.Rate,
            cancellationToken);
        await killing;
        Totals.LogBytesAtEnd = host.LogBytes;
        await end.CancelAsync();
        await Task.WhenAll(beside);
        await fleet.FinishAsync(cancellationToken);
        await probeFleet.FinishAsync(cancellationToken);

        Totals.Add(slice, probe, killer.Done, fleet.Counts + probeFleet.Counts);
        Totals.PeakResidentKilobytes = host.PeakResidentKilobytes;
        Totals.LargestLogBytes = host.LargestLogBytes;
        return slice;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Totals.StoppedCleanly = await host!.StopAsync(cancellationToken);
        Totals.LastLines = host.LastLines();
    }

    /// <returns>The host's last lines when it ended without being asked to; otherwise null.</returns>
    public string? Obituary() => host is { HasDied: true } ? host.LastLines() : null;

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    private async Task AssignAsync(HostApi api, CancellationToken cancellationToken)
    {
        var year = clock.GetUtcNow().Year - BaselineYearsBack;
        string[] units = [.. Enumerable.Range(1, Units).Select(static number => FormattableString.Invariant($"load-unit-{number}"))];
        foreach (var unit in (string[])[.. units, ProbeUnit])
        {
            await api.AddUnitAsync(unit, year, cancellationToken);
        }

        await api.AssignAsync(probeDevice.Topic, ProbeUnit, cancellationToken);
        var work = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, devices.Length, work, async (number, token) =>
            await api.AssignAsync(devices[number].Topic, units[number % Units], token));
    }
}
