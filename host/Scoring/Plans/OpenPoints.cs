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

    /// <summary>The plan with what the settled points change put in. A choice that the file does not know any more settles nothing.</summary>
    public static Plan Settle(Plan plan, IReadOnlyDictionary<string, string> choices)
    {
        IReadOnlyList<DecisionOption> chosen = [.. plan.Decisions.Select(decision => Chosen(decision, choices)).OfType<DecisionOption>()];
        return plan with
        {
            Targets = [.. plan.Targets.Select(target => Settled(target, chosen, choices))],
            Duties = [.. plan.Duties.Select(duty => duty with { Due = Settled(plan, duty.Id, duty.Due, chosen, choices)! })],
            Tasks = [.. plan.Tasks.Select(task => task with { Due = Settled(plan, task.Id, task.Due, chosen, choices) })],
            Consequences = [.. plan.Consequences, .. chosen.SelectMany(option => option.Consequences)],
        };
    }

    private static Target Settled(Target target, IReadOnlyList<DecisionOption> chosen, IReadOnlyDictionary<string, string> choices)
    {
        var settled = target.Open is { } open ? target with { Rule = Chosen(open, choices)?.Rule } : target;

        // Rules first: a demanded value may be for the rule that another decision puts in.
        var changes = chosen.Select(option => option.Targets.GetValueOrDefault(target.Id)).OfType<TargetChange>().OrderBy(change => change.Value is not null);
        settled = changes.Aggregate(settled, (changed, change) => change.Apply(changed));
        return chosen.Where(option => option.OnlyGroups.Count > 0)
            .Aggregate(settled, (changed, option) => changed with { Scope = changed.Scope with { OnlyGroups = option.OnlyGroups } });
    }

    private static Due? Settled(Plan plan, string id, Due? due, IReadOnlyList<DecisionOption> chosen, IReadOnlyDictionary<string, string> choices) =>
        chosen.Select(option => option.Dues.GetValueOrDefault(id)).FirstOrDefault(changed => changed is not null)
        ?? (due is Due.Undecided undecided && plan.Decisions.FirstOrDefault(decision => decision.Id == undecided.Decision) is { } open
            ? Chosen(open, choices)?.Due ?? due
            : due);
}
