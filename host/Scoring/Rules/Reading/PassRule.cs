using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>All or nothing between one or two ends.</summary>
internal static class PassRule
{
    private static readonly IReadOnlyList<string> Ends = ["over", "atLeast", "atMost", "under"];

    public static Rule? Read(PlanSection section, RulePlace place)
    {
        var figure = OfReader.Read(section, place);
        var about = section.ShareOr("about", 0, NumberRange.Between(0, 0.99m));
        var lower = End(section, "over", "atLeast", -about);
        var upper = End(section, "atMost", "under", about);
        if (lower is null && upper is null)
        {
            NeedsAnEnd(section);
            return null;
        }

        if (figure is null || !HasRoom(section, lower, upper))
        {
            return null;
        }

        var first = lower is { } low ? new Scale.Row(low.At, low.Key == "over", Gives: 1) : StepRules.Always(gives: 1);
        return new Rule.Scaled(
            RuleKind.Pass,
            figure,
            new Scale.Steps(upper is { } high ? [first, new(high.At, high.Key == "atMost", Gives: 0)] : [first]));
    }

    private static (string Key, Course At)? End(PlanSection section, string key, string other, decimal moved)
    {
        var first = CourseReader.ReadIfAny(section, key, NumberRange.Any, "3");
        var second = CourseReader.ReadIfAny(section, other, NumberRange.Any, "3");
        if (section.Has(key) && section.Has(other))
        {
            section.Error(other, $"'{key}' and '{other}' are the same end; keep one of them.");
        }

        return first is not null ? (key, Moved(first, moved)) : second is not null ? (other, Moved(second, moved)) : null;
    }

    private static Course Moved(Course end, decimal share) =>
        end with { Points = [.. end.Points.Select(point => point with { Value = point.Value + (Math.Abs(point.Value) * share) })] };

    private static void NeedsAnEnd(PlanSection section)
    {
        // An end that is written and wrong has its own error.
        if (!Ends.Any(section.Has))
        {
            section.Problems.Error(section.Start, "The rule has no end to pass; add one or two of over, atLeast, atMost, under, for example 'atLeast: 3'.");
        }
    }

    private static bool HasRoom(PlanSection section, (string Key, Course At)? lower, (string Key, Course At)? upper)
    {
        if (lower is not { } low || upper is not { } high || CourseReader.IsBelow(low.At, high.At)
            || (low.At.Equals(high.At) && low.Key == "atLeast" && high.Key == "atMost"))
        {
            return true;
        }

        section.Error(high.Key, $"No value holds both '{low.Key}' and '{high.Key}'; let '{high.Key}' be above '{low.Key}'.");
        return false;
    }
}
