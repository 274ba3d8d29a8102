namespace EmulationPlatform.Scoring.Plans;

/// <summary>An open point says what its answer changes, or that it changes nothing; two of them never change the same.</summary>
internal static class DecisionChecks
{
    private const string Example = "targets: { S0-16: { value: 90% } }";

    /// <param name="waits">A duty or task waits for the point, so that 'due' of an option has an effect.</param>
    public static void CheckEffects(PlanSection entry, IReadOnlyList<DecisionOption> options, bool isRecordOnly, bool waits)
    {
        if (options.FirstOrDefault(option => option.Due is not null) is { } due && !waits)
        {
            entry.Problems.Demand(
                entry.At("options"),
                $"Option '{due.Id}' has 'due', but no duty or task waits for the point; write 'dues: {{ bao-cao-nam: … }}' with the duty, or 'due: {{ needsDecision: … }}' in the duty.");
        }

        var plain = options.Where(option => !option.HasEffect).ToList();
        if (isRecordOnly && plain.Count < options.Count)
        {
            entry.Error("recordOnly", "Options of the point change something, so it is not only a record; remove 'recordOnly' or what the options change.");
        }
        else if (!isRecordOnly && plain.Count > (plain.Count == options.Count ? 0 : 1))
        {
            entry.Problems.Demand(
                entry.At("options"),
                $"Choosing between {string.Join(", ", plain.Select(option => $"'{option.Id}'"))} changes nothing; say what an option changes, for example '{Example}', or write 'recordOnly: true' into a point that nothing follows from.");
        }
    }

    /// <summary>Whatever is chosen, in whatever order, must give one plan.</summary>
    public static void CheckAgainst(PlanSection entry, Decision decision, IEnumerable<Decision> others)
    {
        foreach (var other in others)
        {
            if (Changes(decision).Intersect(Changes(other), StringComparer.Ordinal).FirstOrDefault() is { } both)
            {
                entry.Error("options", $"'{decision.Id}' and '{other.Id}' both change the {both}; let one of them decide on it.");
            }
        }
    }

    public static void CheckSums(PlanSection entry, Decision decision, IReadOnlyList<Target> targets)
    {
        foreach (var option in decision.Options.Where(option => option.Targets.Values.Any(change => (change.Weight ?? (object?)change.Commitment) is not null)))
        {
            var settled = targets.Select(target => option.Targets.TryGetValue(target.Id, out var change) ? change.Apply(target) : target);
            WeightReader.CheckSums(entry, [.. settled], "options", $"With '{option.Id}' the");
        }
    }

    private static IEnumerable<string> Changes(Decision decision) => decision.Options.SelectMany(option =>
        option.Targets.SelectMany(change => Fields(change.Value).Select(field => $"{field} of '{change.Key}'"))
            .Concat(option.Dues.Keys.Select(duty => $"day of '{duty}'"))
            .Concat(option.OnlyGroups.Count > 0 ? ["groups that are scored"] : []));

    private static IEnumerable<string> Fields(TargetChange change) => new (string Name, object? Value)[]
    {
        ("rule", change.Rule), ("value", change.Value), ("weight", change.Weight), ("commitment", change.Commitment), ("full points", change.FullWhenNotApplicable),
    }.Where(field => field.Value is not null).Select(field => field.Name);
}
