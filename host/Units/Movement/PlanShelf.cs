using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Movement;

/// <summary>Reads the plans of an installation from disk.</summary>
internal static class PlanShelf
{
    public static PlanBook Load(SqliteConnection connection, AgencySetup setup) => LoadAt(connection, setup, until: null);

    /// <param name="until">What was chosen and settled until then; null: until now.</param>
    public static PlanBook LoadAt(SqliteConnection connection, AgencySetup setup, Instant? until)
    {
        var versions = PlanTable.All(connection).Where(used => !(used.From > until)).Select(used => Read(used, setup)).ToList();
        if (versions.FindLast(version => version.Plan is { IsClosed: false }) is not { Plan: { } plan } current)
        {
            var shipped = setup.DefaultPlan;
            var proposed = MadeOf(connection, shipped.Id, until);
            var settled = ChoicesOf(proposed);
            return PlanBook.Default(shipped) with { InForce = OpenPoints.Settle(shipped, settled), Choices = settled, Versions = versions, Made = proposed };
        }

        var made = MadeOf(connection, plan.Id, until);
        var choices = ChoicesOf(made);
        var earlier = IsFrozenSince(connection, current, until) ? null : versions.FindLast(version => version.Id == plan.Id && version.Number < plan.Version)?.Plan;
        return new(
            plan, OpenPoints.Settle(plan, choices), earlier is null ? null : OpenPoints.Settle(earlier, choices), IsDefault: false, choices, versions)
        {
            Made = made,
        };
    }

    private static PlanBook.Version Read(UsedPlan used, AgencySetup setup)
    {
        var read = PlanReader.ReadKept(used.Plan.Text, $"{used.Plan.Id} version {used.Plan.Version}");
        if (read.Plan is null)
        {
            setup.Logger.PlanUnreadable(read.Problems[0].ToString());
        }

        return new(used.Plan.Id, used.Plan.Version, used.Plan.Text, used.From, read.Plan);
    }

    private static List<StoredChoice> MadeOf(SqliteConnection connection, string plan, Instant? until) =>
        [.. PlanChoiceTable.Of(connection, plan).Where(choice => !(choice.At > until))];

    private static Dictionary<string, string> ChoicesOf(List<StoredChoice> made)
    {
        var choices = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var choice in made)
        {
            if (choice.Option is { } option)
            {
                choices[choice.Decision] = option;
            }
            else
            {
                choices.Remove(choice.Decision);
            }
        }

        return choices;
    }

    private static bool IsFrozenSince(SqliteConnection connection, PlanBook.Version current, Instant? until) =>
        SnapshotTable.All(connection).Any(row => row.Movement == current.Id && row.TakenAt > current.UsedFrom && !(row.TakenAt > until));
}
