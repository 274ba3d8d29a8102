namespace EmulationPlatform.Scoring.Plans;

/// <summary>What a plan leaves open, and the plan as it stands when some of it is settled.</summary>
public static class OpenPoints
{
    /// <summary>All open points: those of targets first, then those of the plan, in the order of the file.</summary>
    public static IReadOnlyList<Decision> Of(Plan plan) => [.. plan.Targets.Select(target => target.Open).OfType<Decision>(), .. plan.Decisions];

    /// <summary>The option that applies to an open point; null while it blocks something.</summary>
    /// <param name="choices">Chosen options by decision.</param>
    public static DecisionOption? Chosen(Decision decision, IReadOnlyDictionary<string, string> choices)
    {
        var option = choices.GetValueOrDefault(decision.Id) ?? decision.InForce;
        return decision.Options.FirstOrDefault(known => known.Id == option);
    }

    /// <summary>The plan with rules and due dates of what is settled put in. A choice that the file does not know any more settles nothing.</summary>
    public static Plan Settle(Plan plan, IReadOnlyDictionary<string, string> choices) => plan with
    {
        Targets = [.. plan.Targets.Select(target => target.Open is { } open ? target with { Rule = Chosen(open, choices)?.Rule } : target)],
        Duties = [.. plan.Duties.Select(duty => duty with { Due = Settled(plan, duty.Due, choices) })],
        Tasks = [.. plan.Tasks.Select(task => task.Due is { } due ? task with { Due = Settled(plan, due, choices) } : task)],
    };

    private static Due Settled(Plan plan, Due due, IReadOnlyDictionary<string, string> choices) =>
        due is Due.Undecided undecided && plan.Decisions.FirstOrDefault(decision => decision.Id == undecided.Decision) is { } open
            ? Chosen(open, choices)?.Due ?? due
            : due;
}
