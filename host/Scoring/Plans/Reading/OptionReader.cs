using EmulationPlatform.Scoring.Rules;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What an option of a plan's open point changes, each of it checked against the entry that it changes.</summary>
internal sealed class OptionReader(PlanFrame frame, IReadOnlyList<Target> targets)
{
    private static readonly string[] ChangeKeys = ["rule", "value", "weight", "commitment", "whenNotApplicable"];
    private static readonly IdShape TargetId = IdShape.Entry("S0-16");

    public DecisionOption Read(PlanSection option) => new(
        option.Id("id", DecisionReader.OptionId), option.Names("name"), Rule: null, option.Has("due") ? Day(option, "due") : null)
    {
        Targets = Targets(option),
        Dues = Dues(option),
        Consequences = BandReader.Consequences(option, frame),
        OnlyGroups = frame.Index.ReferAll(option, "onlyGroups", IdShape.Plain("nhom-a"), EntryKind.Group),
    };

    private Dictionary<string, TargetChange> Targets(PlanSection option)
    {
        var changes = new Dictionary<string, TargetChange>(StringComparer.Ordinal);
        if (option.SectionIfAny("targets", "{ S0-16: { value: 90% } }") is not { } section)
        {
            return changes;
        }

        foreach (var id in section.Keys)
        {
            frame.Index.Refer(id, section.KeyAt(id), EntryKind.Target);
            if (section.Section(id, "{ value: 90% }") is { } change)
            {
                changes[id] = Change(change, targets.FirstOrDefault(target => target.Id == id));
            }
        }

        return changes;
    }

    /// <param name="target">Null when there is none of that id, which is an error of its own.</param>
    private TargetChange Change(PlanSection section, Target? target)
    {
        var hasWeight = section.Has("weight");
        var weight = hasWeight ? WeightReader.Read(section, Commitment.Ordinary) : (TargetWeight?)null;
        var outOf = weight ?? new TargetWeight(target?.Weight ?? 0, target?.OrganisationWeight ?? 0);
        var rule = section.Has("rule") ? RuleReader.Read(section, new RulePlace(frame, outOf.OutOf, Depth: 1)) : null;
        var value = section.Has("value") ? CourseReader.Read(section, "value", NumberRange.Any, "90%") : null;
        var commitment = section.Has("commitment") ? section.OneOf("commitment", ["ordinary", "committed", "encouraged"]) : null;
        bool? full = section.Has("whenNotApplicable") ? section.OneOf("whenNotApplicable", ["leaveOut", "full"]) is "full" : null;
        if (target is not null)
        {
            CheckRule(section, target);
            CheckValue(section, target, value);
            CheckWeight(section, target);
        }

        if (!ChangeKeys.Any(section.Has))
        {
            section.Problems.Error(section.Start, $"The change names nothing; write one or more of {string.Join(", ", ChangeKeys)}.");
        }

        section.Close();
        return new(rule, value, weight?.Unit, weight?.Organisation, commitment is null ? null : Enum.Parse<Commitment>(commitment, ignoreCase: true), full);
    }

    private static void CheckRule(PlanSection section, Target target)
    {
        if (target.Open is { } open && section.Has("rule"))
        {
            section.Error("rule", $"The rule of '{target.Id}' is decided by its own open point '{open.Id}'; add an option there.");
        }
    }

    private void CheckValue(PlanSection section, Target target, Course? value)
    {
        if (value is null)
        {
            return;
        }

        if (section.Has("rule"))
        {
            section.Error("value", "'value' stands beside 'rule'; write the value into the rule.");
            return;
        }

        var leaves = (target.Rule?.Scales ?? []).Where(leaf => leaf.Kind == RuleKind.AtLeast).ToList();
        if (leaves.Count == 0)
        {
            section.Error("value", $"The rule of '{target.Id}' has no 'kind: atLeast' whose value could change; write a whole rule, for example 'rule: {{ kind: count, of: …, value: 2 }}'.");
        }

        foreach (var leaf in leaves)
        {
            var line = (Scale.Linear)leaf.Scale;
            if (!CourseReader.IsBelow(line.ZeroAt, value))
            {
                section.Error("value", "'value' must be above the 'zeroAt' of the target's rule (0 when it is left out).");
            }

            frame.Rules.Add(section, leaf with { Scale = line with { FullAt = value } });
        }
    }

    /// <summary>Points per event are part of a weight, so that they cannot stay when it changes.</summary>
    private static void CheckWeight(PlanSection section, Target target)
    {
        if (section.Has("weight") && !section.Has("rule") && (target.Rule?.Scales ?? []).Any(leaf => leaf.Kind == RuleKind.Each))
        {
            section.Error("weight", $"The rule of '{target.Id}' counts points out of its weight; write the rule with the points out of the new weight, too.");
        }
    }

    private Dictionary<string, Due> Dues(PlanSection option)
    {
        var dues = new Dictionary<string, Due>(StringComparer.Ordinal);
        if (option.SectionIfAny("dues", "{ bao-cao-nam: { every: year, by: 11-10 } }") is not { } section)
        {
            return dues;
        }

        foreach (var id in section.Keys)
        {
            frame.Index.Refer(id, section.KeyAt(id), EntryKind.Duty, EntryKind.Task);
            if (Day(section, id) is { } due)
            {
                dues[id] = due;
            }
        }

        return dues;
    }

    private Due? Day(PlanSection section, string key)
    {
        var due = DueReader.Read(section, frame, key);
        if (due is Due.Undecided)
        {
            section.Error(key, "An option must say a day, not name another open point; write for example '{ every: year, before: 11-10 }'.");
        }

        return due;
    }
}
