using EmulationPlatform.App.Demo;
using EmulationPlatform.App.Plugins;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Sqlite;
using EmulationPlatform.Units;

namespace EmulationPlatform.App;

/// <summary>Puts the agency together: plugins, plan, database.</summary>
internal static class AgencyStart
{
    private const string ShippedPlan = "quang-ngai-ban-qlda.yaml";

    /// <exception cref="InvalidOperationException">The shipped plan, the configured zone, the settings of watching or the database cannot be used.</exception>
    public static async Task<RunningAgency> StartAsync(
        Database database, HostOptions options, IConfiguration configuration, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (database.Read(DatabaseCheck.OfRegistry) is [var broken, ..])
        {
            throw new InvalidOperationException($"{broken.Sentence} Another program changed the database: run verify to see all of it, and restore a backup.");
        }

        var plugins = Plugins(configuration, loggers);
        return new RunningAgency(await Agency.StartAsync(Setup(database, options, configuration, loggers, plugins), cancellationToken), plugins, configuration, TimeProvider.System);
    }

    /// <summary>For a database on which no agency can start.</summary>
    public static AgencySetup Setup(Database database, HostOptions options, IConfiguration configuration, ILoggerFactory loggers) =>
        Setup(database, options, configuration, loggers, Plugins(configuration, loggers));

    private static PluginSet Plugins(IConfiguration configuration, ILoggerFactory loggers) =>
        new PluginLoader(configuration, loggers.CreateLogger<PluginLoader>()).Load(AppContext.BaseDirectory);

    private static AgencySetup Setup(Database database, HostOptions options, IConfiguration configuration, ILoggerFactory loggers, PluginSet plugins) => new(
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

    private static Plan ReadShippedPlan()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "plans", ShippedPlan);
        var read = PlanReader.Read(File.ReadAllText(file), file);
        return read.Plan ?? throw new InvalidOperationException($"The shipped plan cannot be used: {string.Join("; ", read.Problems)}");
    }
}
