using System.CommandLine;
using EmulationPlatform.Load.History;
using EmulationPlatform.Load.Limits;
using EmulationPlatform.Load.Publisher;
using EmulationPlatform.Load.Scores;

namespace EmulationPlatform.Load;

/// <summary>Options of the program and what they mean.</summary>
internal sealed class CommandLine
{
    private readonly Option<int> clients = Number("--clients", "Connections, one device each.", 50, 1, 20_000);
    private readonly Option<int> seconds = Number("--seconds", "Measured time of publishing to the host.", 20, 1, 3_600);
    private readonly Option<int> qos = Number("--qos", "Quality of service: 0, 1 or 2.", 1, 0, 2);
    private readonly Option<int> inFlight = Number("--inflight", "Unacknowledged messages per connection.", 20, 1, 65_535);
    private readonly Option<string> mqttVersion = new("--mqtt-version") { Description = "3.1.1 or 5.", DefaultValueFactory = static _ => "5" };
    private readonly Option<bool> kill = new("--kill") { Description = "SIGKILL the host at a random moment and start it again." };
    private readonly Option<int> kills = Number("--kills", "How often; more than 0 means --kill.", 0, 0, 1_000);
    private readonly Option<int?> seed = new("--seed") { Description = "Makes the moments of the kills the same again." };
    private readonly Option<double?> rate = new("--rate") { Description = "Messages per second of all clients together; without it as fast as acknowledged." };
    private readonly Option<double?> ratioAtLeast = new("--ratio-at-least") { Description = "Fail when host/bare handler is below." };
    private readonly Option<bool> skipLimits = new("--skip-limits") { Description = "Do not measure the machine's own limits." };
    private readonly Option<bool> limitsOnly = new("--limits-only") { Description = "Measure the machine's own limits and start no host." };
    private readonly Option<string?> hostPath = new("--host-path") { Description = "EmulationPlatform.App.dll; without it the one of this repository, in this program's configuration." };
    private readonly Option<string> folder = new("--temp") { Description = "Where the temporary data folder is made: the disk to measure.", DefaultValueFactory = static _ => Path.GetTempPath() };

    /// <param name="run">Does what the options ask for and gives the exit code.</param>
    public RootCommand Build(Func<LoadOptions, CancellationToken, Task<int>> run, TimeProvider clock)
    {
        mqttVersion.AcceptOnlyFromAmong("3.1.1", "5");
        rate.Validators.Add(static result => RejectUnless(result.GetValueOrDefault<double?>() is null or > 0, result));
        var root = new RootCommand("Drives the host over MQTT, measures it beside this machine's limits and checks that nothing acknowledged was lost.")
        {
            clients, seconds, qos, inFlight, mqttVersion, kill, kills, seed, rate, ratioAtLeast, skipLimits, limitsOnly, hostPath, folder, BareCommand(clock), HistoryCommand.Build(Number, hostPath, folder, clock),
            ScoresCommand.Build(Number, clock),
        };
        root.SetAction((parsed, cancellationToken) => run(Read(parsed), cancellationToken));
        return root;
    }

    private static Command BareCommand(TimeProvider clock)
    {
        var database = new Option<string>("--database") { Required = true };
        var port = new Option<int>("--port") { Required = true };
        var command = new Command(BareProcess.Command, "The bare handler alone; ends with standard input.") { database, port };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) =>
            BareServer.RunAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(port), clock, cancellationToken));
        return command;
    }

    private static Option<int> Number(string name, string description, int otherwise, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result => RejectUnless(result.GetValueOrDefault<int>() is var value && value >= least && value <= most, result));
        return option;
    }

    private static void RejectUnless(bool isGood, System.CommandLine.Parsing.OptionResult result)
    {
        if (!isGood)
        {
            result.AddError($"{result.Option.Name} is out of range.");
        }
    }

    private LoadOptions Read(ParseResult parsed) => new(
        parsed.GetValue(clients),
        parsed.GetValue(seconds),
        new PublishOptions(parsed.GetValue(mqttVersion) == "5" ? MqttVersion.V5 : MqttVersion.V311, parsed.GetValue(qos), parsed.GetValue(inFlight)),
        Math.Max(parsed.GetValue(kills), parsed.GetValue(kill) ? 1 : 0),
        parsed.GetValue(rate),
        parsed.GetValue(ratioAtLeast),
        parsed.GetValue(skipLimits),
        parsed.GetValue(limitsOnly),
        parsed.GetValue(hostPath),
        parsed.GetValue(folder)!,
        parsed.GetValue(seed) ?? Random.Shared.Next());
}
