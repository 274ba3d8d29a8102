using System.Globalization;
using System.Net.Http.Headers;
using EmulationPlatform.Load.HostProcess;
using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load.History;

/// <summary>One installation under measurement: the same units and meters, with a history or without.</summary>
internal sealed class HistoryHost : IAsyncDisposable
{
    private const string User = "history";

    private static readonly TimeSpan LongestImport = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private readonly HistoryMeters meters;
    private readonly string data;
    private readonly TimeProvider clock;
    private readonly HostCommand command;
    private readonly RunningHost host;
    private readonly HttpClient web;
    private MqttLogin login = MqttLogin.Anonymous;

    public HistoryHost(string hostPath, string data, HistoryMeters meters, TimeProvider clock)
    {
        this.data = data;
        this.meters = meters;
        this.clock = clock;
        var addresses = HostAddresses.Free();
        command = new HostCommand(hostPath, data, clock);
        host = new RunningHost(command, addresses, DatabaseFile, clock);
        web = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = addresses.Web, Timeout = LongestAnswer };
    }

    public string DatabaseFile => Path.Combine(data, "emulation.db");

    public long PeakResidentKilobytes => host.PeakResidentKilobytes;

    public long LargestLogBytes => host.LargestLogBytes;

    /// <summary>Source ids by topic.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; private set; } = new Dictionary<string, string>();

    /// <summary>Makes units with base years and all meters in a new installation.</summary>
    public async Task CreateAsync(HistoryFiles files, CancellationToken cancellationToken)
    {
        using var api = await StartAsync(cancellationToken);
        foreach (var unit in Enumerable.Range(0, HistoryOptions.Units).Select(HistoryMeters.UnitOf))
        {
            await api.AddUnitAsync(unit, clock.GetUtcNow().Year - 1, cancellationToken);
        }

        await ImportAsync(files.Registry(), cancellationToken);
        Sources = await api.SourcesAsync(cancellationToken);
    }

    /// <summary>Starts with what an earlier run has left.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        using var api = await StartAsync(cancellationToken);
        Sources = await api.SourcesAsync(cancellationToken);
    }

    /// <summary>As a person would at the command line beside the running host.</summary>
    public async Task ImportAsync(string file, CancellationToken cancellationToken)
    {
        using var watched = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = host.WatchAsync(watched.Token);
        try
        {
            await command.RunAsync(["source", "import", file, "--numbers", "invariant"], LongestImport, cancellationToken);
        }
        finally
        {
            await watched.CancelAsync();
            await watching;
        }
    }

    /// <returns>What it says when everything is as it must be.</returns>
    public Task<string> VerifyAsync(CancellationToken cancellationToken) => command.RunAsync(["verify"], LongestImport, cancellationToken);

    /// <summary>Live readings of the first meters, each over its own connection.</summary>
    /// <returns>Acknowledged readings per second.</returns>
    public async Task<double> IngestAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        await using var fleet = new Fleet(meters.Devices.Take(HistoryOptions.Clients), new PublishOptions(MqttVersion.V5, Qos: 1, HistoryOptions.InFlight), clock);
        await fleet.ConnectAsync(host.Addresses.Mqtt, login, cancellationToken);
        var slice = await fleet.PublishAsync(new Phase(WarmUp, time, static () => { }, static () => { }), ratePerSecond: null, cancellationToken);
        await fleet.FinishAsync(cancellationToken);
        return slice.PerSecond;
    }

    /// <returns>Whether there is such a page or call.</returns>
    public async Task<bool> HasAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await web.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode;
    }

    /// <returns>Milliseconds until the whole answer is here.</returns>
    public async Task<double> GetAsync(string path, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        using var answer = await web.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? clock.GetElapsedTime(began).TotalMilliseconds
            : throw new LoadFailedException(string.Create(CultureInfo.InvariantCulture, $"{path} gave {(int)answer.StatusCode}."));
    }

    /// <summary>Kills the host and starts it again.</summary>
    /// <returns>Milliseconds from the start of the process until it says it is ready.</returns>
    public async Task<double> RestartAsync(CancellationToken cancellationToken)
    {
        await host.KillAsync(cancellationToken);
        var began = clock.GetTimestamp();
        await host.StartAsync(cancellationToken);
        return clock.GetElapsedTime(began).TotalMilliseconds;
    }

    public Task<bool> StopAsync(CancellationToken cancellationToken) => host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        web.Dispose();
    }

    private async Task<HostApi> StartAsync(CancellationToken cancellationToken)
    {
        login = new MqttLogin(User, await command.RunAsync(["mqtt-user", "add", User, "--topics", "tele/#"], cancellationToken));
        var key = await command.RunAsync(["key", "create", "--name", User, "--role", "Admin"], cancellationToken);
        web.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        await host.StartAsync(cancellationToken);
        return new HostApi(host.Addresses.Web, key);
    }
}
