using System.CommandLine;
using EmulationPlatform.App.Control;
using EmulationPlatform.Storage;
using EmulationPlatform.Units.Access;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.App.Commands;

/// <summary>The command line (design §7).</summary>
internal static class CommandLine
{
    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Folder of the installation's data; ./data for serve, ./data-demo for demo.", HelpName = "DIR", Recursive = true,
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Address of the pages and the API.", HelpName = "URL", Recursive = true, DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    private static readonly Option<string> Mqtt = new("--mqtt")
    {
        Description = "Address meters publish to; *:1883 listens at every address of this machine.", HelpName = "HOST:PORT", Recursive = true,
        DefaultValueFactory = _ => "127.0.0.1:1883",
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        Urls.Validators.Add(AddressRules.CheckUrls);
        Mqtt.Validators.Add(AddressRules.CheckMqtt);
        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Add --help to see what can be said.");
            return ExitCodes.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is FolderInUseException or InvalidOperationException or IOException or UnauthorizedAccessException or StorageLostException or SqliteException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return ExitCodes.Refused;
        }
    }

    private static RootCommand Root()
    {
        var serve = new Command("serve", "Runs the host (default).");
        serve.SetAction((parsed, cancellationToken) => HostRun.RunAsync(Options(parsed, demo: false), cancellationToken));
        var demo = new Command("demo", "Runs a demo agency with simulated meters; open without a key on this machine only.");
        demo.SetAction((parsed, cancellationToken) => HostRun.RunAsync(Options(parsed, demo: true), cancellationToken));
        var root = new RootCommand("EmulationPlatform: meters what emulation plans promise and scores every unit live.")
        {
            Data, Urls, Mqtt, serve, demo, PlanCommands.Make(Data), Key(), MqttUser(),
            SourceCommands.Source(parsed => Folder(parsed, demo: false)), SourceCommands.Verify(parsed => Folder(parsed, demo: false)),
        };
        root.SetAction((parsed, cancellationToken) => HostRun.RunAsync(Options(parsed, demo: false), cancellationToken));
        return root;
    }

    private static Command Key()
    {
        var name = new Option<string>("--name") { Description = "Whose key it is.", HelpName = "NAME", Required = true };
        var role = new Option<Role>("--role") { Description = "Viewer, UnitHead, Facilities, ItAdmin, Office, Council or Admin.", HelpName = "ROLE", Required = true };
        var unit = new Option<string>("--unit") { Description = "Unit for which a unit head speaks.", HelpName = "UNIT", DefaultValueFactory = _ => "" };
        var create = new Command("create", "Makes a key and prints it alone; it is shown once.") { name, role, unit };
        create.SetAction((parsed, cancellationToken) => ControlClient.DoAsync(
            Folder(parsed, demo: false), new ControlCall(ControlDesk.KeyCreate, [parsed.GetRequiredValue(name), parsed.GetValue(role).ToString(), parsed.GetRequiredValue(unit)]), cancellationToken));
        return new Command("key", "Keys of people and programs.") { create };
    }

    private static Command MqttUser()
    {
        var name = new Argument<string>("NAME") { Description = "User name the device signs in with." };
        var topics = new Option<string[]>("--topics")
        {
            Description = "Topics it may publish to, + and # allowed.", HelpName = "PATTERN", Required = true, AllowMultipleArgumentsPerToken = true,
        };
        topics.Validators.Add(AddressRules.CheckTopics);
        var add = new Command("add", "Adds a device user, or gives a known one a new password, and prints the password alone.") { name, topics };
        add.SetAction((parsed, cancellationToken) => ControlClient.DoAsync(
            Folder(parsed, demo: false), new ControlCall(ControlDesk.MqttUserAdd, [parsed.GetRequiredValue(name), .. parsed.GetRequiredValue(topics)]), cancellationToken));
        return new Command("mqtt-user", "Users of devices that publish over MQTT.") { add };
    }

    private static HostOptions Options(ParseResult parsed, bool demo) =>
        new(Folder(parsed, demo), parsed.GetRequiredValue(Urls), parsed.GetRequiredValue(Mqtt), demo);

    private static string Folder(ParseResult parsed, bool demo) => Path.GetFullPath(parsed.GetValue(Data)?.FullName ?? (demo ? "data-demo" : "data"));
}
