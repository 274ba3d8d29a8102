using EmulationPlatform.Sdk;
using EmulationPlatform.Units;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.App.Plugins;

/// <summary>Keeps every connector running: one that stops says why and is started again after a while.</summary>
internal sealed class ConnectorRunner(RunningAgency running, DeviceUsers users, HostOptions options, ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan StartAgainAfter = TimeSpan.FromSeconds(15);

    private readonly ILogger logger = loggers.CreateLogger<ConnectorRunner>();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(running.Plugins.Connectors.Select(plugin => RunAsync(plugin.Folder, plugin.Connector, stoppingToken)));

    private async Task RunAsync(string folder, IConnector connector, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var (sink, state) = await running.Agency.ConnectAsync(connector.Id);
                Show(folder, connector, "running", null);
                await connector.RunAsync(Context(folder, connector, sink, state), cancellationToken);
                Show(folder, connector, "failed", "It returned without being asked to stop.");
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // Code of others runs here: whatever it throws stays with this connector.
                logger.ConnectorStopped(connector.Id, e.Message, (int)StartAgainAfter.TotalSeconds, e);
                Show(folder, connector, "failed", e.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(StartAgainAfter, running.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private ConnectorContext Context(string folder, IConnector connector, IReadingSink sink, IConnectorState state) => new()
    {
        Sink = sink,
        State = state,
        Credentials = users,
        Calendar = running.Agency.Calendar,
        Clock = running.Clock,
        Loggers = loggers,
        Settings = running.Configuration.GetSection($"Connectors:{connector.Id}"),
        DataFolder = options.DataFolder,
        PluginFolder = folder,
        AnonymousOnLoopback = options.IsDemo,
    };

    private void Show(string folder, IConnector connector, string state, string? reason) => running.Plugins.Directory.Set(
        new PluginView(Path.GetFileName(folder), connector.Id, "connector", connector.Name, state, reason, null));
}
