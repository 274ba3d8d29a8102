using System.Globalization;
using EmulationPlatform.App.Control;
using EmulationPlatform.App.Demo;
using EmulationPlatform.App.Plugins;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.Evidence;
using EmulationPlatform.Units;
using EmulationPlatform.Units.Access;
using EmulationPlatform.Web;

namespace EmulationPlatform.App;

/// <summary>Runs the host until it is told to stop.</summary>
internal static class HostRun
{
    public static async Task<int> RunAsync(HostOptions options, CancellationToken cancellationToken)
    {
        // Threads are blocked only by short disk reads; a few more than cores keep those from queueing behind each other.
        ThreadPool.SetMinThreads(Math.Max(8, Environment.ProcessorCount * 2), 8);
        var builder = Builder(options);
        var publicAddress = WebConfiguration.PublicAddress(builder.Configuration);
        using var loggers = LoggerFactory.Create(logging => Configure(logging, builder.Configuration));
        using var database = Database.Open(new StorageOptions { DataFolder = options.DataFolder }, loggers.CreateLogger<Database>());
        var running = await AgencyStart.StartAsync(database, options, builder.Configuration, loggers, cancellationToken);
        await using var agency = running.Agency;
        await using var app = Build(builder, new WebSettings(OpenOnLoopback: options.IsDemo, options.IsDemo, options.Mqtt, options.DataFolder) { PublicAddress = publicAddress }, options, database, running);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Give another address with --urls.");
            return ExitCodes.Refused;
        }

        Console.WriteLine(Greeting(options, app.Urls));
        if (options.IsDemo)
        {
            BoardOpener.TryOpen(app.Urls.First());
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private static WebApplicationBuilder Builder(HostOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "EmulationPlatform.App" });
        builder.Configuration.AddJsonFile(Path.Combine(options.DataFolder, "settings.json"), optional: true, reloadOnChange: false);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Connectors:mqtt:Listen"] = options.Mqtt });
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        Configure(builder.Logging, builder.Configuration);
        return builder;
    }

    private static void Configure(ILoggingBuilder logging, ConfigurationManager configuration)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.UseUtcTimestamp = true;
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);

        // Every page asked for without a sign-in is one line otherwise.
        logging.AddFilter("EmulationPlatform.Web.Access.AccessHandler", LogLevel.Warning);

        // Says for every new key that it is not encrypted at rest; the folder is the owner's alone, see docs/architecture.md.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddConfiguration(configuration.GetSection("Logging"));
    }

    private static WebApplication Build(WebApplicationBuilder builder, WebSettings web, HostOptions options, Database database, RunningAgency running)
    {
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(running);
        services.AddSingleton(running.Clock);

        // Given as instances, so that they are closed by whoever made them, in their own order, after the web server has stopped.
        services.AddSingleton(running.Agency);
        services.AddSingleton(new AccessKeys(database, running.Clock));
        services.AddSingleton(new DeviceUsers(database, running.Clock));
        services.AddSingleton(provider => new ControlDesk(
            provider.GetRequiredService<AccessKeys>(), provider.GetRequiredService<DeviceUsers>(), database, running.Agency));
        services.AddSingleton(database);
        services.AddSingleton(new EvidenceStore(options.DataFolder));
        services.AddSingleton(_ => SnapshotSigner.Open(options.DataFolder));
        services.AddSingleton<RecordsDesk>();
        services.AddHostedService<RecordsKeeper>();
        services.AddHostedService<ControlServer>();
        services.AddHostedService<ConnectorRunner>();
        if (options.IsDemo)
        {
            services.AddHostedService<DemoMeters>();
        }

        services.AddEmulationWeb(web);
        var app = builder.Build();
        app.MapEmulationWeb();
        foreach (var (folder, module) in running.Plugins.Modules)
        {
            ModuleRoutes.Map(app, folder, module, running);
        }

        return app;
    }

    private static string Greeting(HostOptions options, IEnumerable<string> urls)
    {
        var address = urls.FirstOrDefault() ?? options.Urls;
        return string.Create(CultureInfo.InvariantCulture, $"""

            EmulationPlatform{(options.IsDemo ? " demo (invented people and figures)" : "")}
              board   {address}
              API     {address}/openapi/v1.json
              health  {address}/health/ready
              MQTT    {options.Mqtt}
              data    {options.DataFolder}
            Ctrl+C ends it.

            """);
    }
}
