using System.CommandLine;

namespace EmulationPlatform.Load.Scores;

/// <summary><c>scores</c>: what it costs to compute every card of a large agency again.</summary>
internal static class ScoresCommand
{
    /// <param name="number">Makes a checked option.</param>
    public static Command Build(Func<string, string, int, int, int, Option<int>> number, TimeProvider clock)
    {
        var units = number("--units", "Units, in five peer groups.", 1_000, 1, 100_000);
        var targets = number("--targets", "Targets on the sheet; those of the plan, again and again.", 40, 1, 1_000);
        var rounds = number("--rounds", "Measurements; the median counts.", 9, 1, 1_000);
        var plan = new Option<FileInfo>("--plan") { Description = "A plan file.", Required = true };
        plan.AcceptExistingOnly();
        var command = new Command("scores", "Computes cards, places and the agency's card from facts in memory; prints medians and what one unit's card costs beside them.")
        {
            units, targets, rounds, plan,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var file = parsed.GetRequiredValue(plan);
            var run = new ScoresRun(await File.ReadAllTextAsync(file.FullName, cancellationToken), file.Name, parsed.GetValue(targets), parsed.GetValue(units), clock);
            foreach (var line in run.Measure(parsed.GetValue(rounds)))
            {
                await Console.Out.WriteLineAsync(line);
            }

            return 0;
        });
        return command;
    }
}
