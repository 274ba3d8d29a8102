using EmulationPlatform.Storage;
using EmulationPlatform.Units;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.App.Control;

/// <summary>The agency of a data folder without its connectors and pages.</summary>
internal sealed class LooseAgency(Database database, string dataFolder)
{
    private readonly IConfiguration configuration =
        new ConfigurationBuilder().AddJsonFile(Path.Combine(dataFolder, "settings.json"), optional: true, reloadOnChange: false).Build();

    private readonly HostOptions options = new(dataFolder, "", "", IsDemo: false);

    public async Task<Agency> StartAsync(CancellationToken cancellationToken) =>
        (await AgencyStart.StartAsync(database, options, configuration, NullLoggerFactory.Instance, cancellationToken)).Agency;

    public AgencySetup Setup() => AgencyStart.Setup(database, options, configuration, NullLoggerFactory.Instance);
}
