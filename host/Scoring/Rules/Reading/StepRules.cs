using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Kinds of rules on a table.</summary>
internal static class StepRules
{
    private const int UsualLateDays = 3;
    private const decimal UsualWhenLate = 0.5m;
    private const string Example = "{ from: 3, gives: 0.5 }";

    /// <summary>A first step that every value reaches.</summary>
    public static Scale.Row Always(decimal gives) => new(Course.Flat(decimal.MinValue), Over: false, gives);

    public static Rule? Steps(PlanSection section, RulePlace place)
    {
        var figure = OfReader.Read(section, place);
        var steps = new List<Scale.Row>();
        var entries = section.Sections("steps", Example);
        foreach (var entry in entries)
        {
            if (Step(entry) is { } step && Rises(entry, steps.LastOrDefault(), step))
            {
                steps.Add(step);
            }
        }

        return figure is null || steps.Count < entries.Count || steps.Count == 0 ? null : new Rule.Scaled(RuleKind.Steps, figure, new Scale.Steps(steps));
    }

    public static Rule? YesNo(PlanSection section, RulePlace place) => OfReader.Indicator(section, place) is { } of
        ? new Rule.Scaled(RuleKind.YesNo, new Figure.Value(of), new Scale.Steps([new(Course.Flat(1), Over: false, Gives: 1)]))
        : null;

    public static Rule? Staged(PlanSection section, RulePlace place)
    {
        var of = OfReader.Indicator(section, place);
        var items = section.Items("gives", "give each stage its share, for example 'gives: [0, 0.5, 1]'", least: 2);
        var gives = items.Select(item => section.ShareOf(item, "gives", NumberRange.Share, "[0, 0.5, 1]")).OfType<decimal>().ToList();
        return of is null || items.Count == 0 || gives.Count < items.Count ? null : new Rule.Scaled(
            RuleKind.Staged,
            new Figure.Value(of),
            new Scale.Steps([.. gives.Select((share, stage) => new Scale.Row(Course.Flat(stage), Over: false, share))]));
    }

    public static Rule? OnTime(PlanSection section, RulePlace place)
    {
        var of = OfReader.Indicator(section, place);
        var lateDays = section.WholeNumberOr("lateDays", UsualLateDays, 1, 366);
        var gives = section.ShareOr("gives", UsualWhenLate, NumberRange.Share);
        return of is null ? null : new Rule.Scaled(
            RuleKind.OnTime,
            new Figure.Value(of),
            new Scale.Steps([Always(gives: 1), new(Course.Flat(0), Over: true, gives), new(Course.Flat(lateDays), Over: true, Gives: 0)]));
    }

    private static Scale.Row? Step(PlanSection entry)
    {
        var from = CourseReader.ReadIfAny(entry, "from", NumberRange.Any, "3");
        var over = CourseReader.ReadIfAny(entry, "over", NumberRange.Any, "3");
        var gives = entry.Share("gives", NumberRange.Share, "0.5");
        if (entry.Has("from") == entry.Has("over"))
        {
            entry.Problems.Error(entry.Start, $"A step begins with one of 'from' (reached) and 'over' (passed); write for example '{Example}'.");
        }

        entry.Close();
        return (from ?? over) is { } end && gives is not null ? new(end, over is not null, gives.Value) : null;
    }

    private static bool Rises(PlanSection entry, Scale.Row? before, Scale.Row step)
    {
        // "From 3" and then "over 3" is a table that rises, too: 3 itself belongs to the first.
        if (before is null || CourseReader.IsBelow(before.From, step.From) || (before.From.Equals(step.From) && step.Over && !before.Over))
        {
            return true;
        }

        entry.Error(step.Over ? "over" : "from", "The step does not begin above the one before; list the steps from the lowest value to the highest.");
        return false;
    }
}
