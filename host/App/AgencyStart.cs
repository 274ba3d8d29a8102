using EmulationPlatform.App.Demo;
using EmulationPlatform.App.Plugins;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Units;

namespace EmulationPlatform.App;

/// <summary>Puts the agency together: plugins, plan, database.</summary>
internal static class AgencyStart
{
    private const string ShippedPlan = "quang-ngai-ban-qlda.yaml";

    /// <exception cref="InvalidOperationException">The shipped plan, the configured zone or the settings of watching cannot be used.</exception>
    public static async Task<RunningAgency> StartAsync(
        Database database, HostOptions options, IConfiguration configuration, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var plugins = new PluginLoader(configuration, loggers.CreateLogger<PluginLoader>()).Load(AppContext.BaseDirectory);
        var setup = new AgencySetup(
            database,
            new AgencyCalendar(TimeZoneInfo.FindSystemTimeZoneById(configuration["Agency:Zone"] ?? AgencyCalendar.DefaultZone)),
            TimeProvider.System,
            loggers.CreateLogger<Agency>(),
            options.IsDemo ? DemoPlan.Of(ReadShippedPlan()) : ReadShippedPlan(),
            plugins.Metrics,
            plugins.Indicators,
            plugins.Directory)
        {
            Watches = WatchConfiguration.Read(configuration),
        };
        return new RunningAgency(await Agency.StartAsync(setup, cancellationToken), plugins, configuration, TimeProvider.System);
    }

    private static Plan ReadShippedPlan()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "plans", ShippedPlan);
        var read = PlanReader.Read(File.ReadAllText(file), file);
        return read.Plan ?? throw new InvalidOperationException($"The shipped plan cannot be used: {string.Join("; ", read.Problems)}");
    }
}
