using System.CommandLine;
using EmulationPlatform.App.Control;
using EmulationPlatform.App.Plugins;
using EmulationPlatform.Scoring.Plans;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.App.Commands;

/// <summary><c>plan check</c> and <c>plan use</c>.</summary>
internal static class PlanCommands
{
    public static Command Make(Option<DirectoryInfo?> data)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A plan in YAML, see docs/plan-format.md." };
        var check = new Command("check", "Says what is wrong with a plan file, with line and column.") { file };
        check.SetAction((parsed, _) => CheckAsync(parsed.GetRequiredValue(file)));
        var use = new Command("use", "Puts a plan to use: every score follows it from now on.") { file };
        use.SetAction((parsed, cancellationToken) => UseAsync(
            parsed.GetRequiredValue(file), Path.GetFullPath(parsed.GetValue(data)?.FullName ?? "data"), cancellationToken));
        return new Command("plan", "The plan by which units are scored.") { check, use };
    }

    private static async Task<int> CheckAsync(FileInfo file)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"There is no file {file.FullName}.");
            return ExitCodes.Refused;
        }

        var plugins = new PluginLoader(new ConfigurationBuilder().Build(), NullLogger<PluginLoader>.Instance).Load(AppContext.BaseDirectory);
        var read = PlanReader.Read(await File.ReadAllTextAsync(file.FullName), file.Name, plugins.Indicators.Keys.ToHashSet());
        foreach (var problem in read.Problems)
        {
            await Console.Error.WriteLineAsync(problem.ToString());
        }

        if (read.Plan is not { } plan)
        {
            return ExitCodes.Refused;
        }

        Console.WriteLine($"{plan.Id}: {plan.Targets.Count} targets, {plan.Groups.Count} groups, warnings: {read.Problems.Count}.");
        return ExitCodes.Done;
    }

    private static async Task<int> UseAsync(FileInfo file, string dataFolder, CancellationToken cancellationToken)
    {
        var checkedCode = await CheckAsync(file);
        return checkedCode == ExitCodes.Done
            ? await ControlClient.DoAsync(dataFolder, new ControlCall(ControlDesk.PlanUse, [await File.ReadAllTextAsync(file.FullName, cancellationToken)]), cancellationToken)
            : checkedCode;
    }
}
