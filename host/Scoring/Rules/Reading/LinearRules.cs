using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Kinds of rules on a straight line.</summary>
internal static class LinearRules
{
    private const decimal UsualRating = 4m;

    // A part of a smaller number is less than one, which nobody can do by a day.
    private const decimal LeastProRata = 12m;

    public static Rule? AtLeast(PlanSection section, RulePlace place)
    {
        var figure = OfReader.Read(section, place);
        var value = CourseReader.Read(section, "value", NumberRange.Any, "100%");
        var zeroAt = CourseReader.ReadOr(section, "zeroAt", 0, NumberRange.Any);
        if (figure is null || value is null || zeroAt is null)
        {
            return null;
        }

        return MustBeBelow(section, zeroAt, value, "value", "'value' must be above 'zeroAt' (0 when it is left out); for a limit use 'kind: atMost'.")
            ? new Rule.Scaled(RuleKind.AtLeast, figure, new Scale.Linear(zeroAt, value))
            : null;
    }

    public static Rule? AtMost(PlanSection section, RulePlace place)
    {
        var figure = OfReader.Read(section, place);
        var value = CourseReader.Read(section, "value", NumberRange.Any, "5%");
        var zeroAt = CourseReader.Read(section, "zeroAt", NumberRange.Any, "20%");
        if (figure is null || value is null || zeroAt is null)
        {
            return null;
        }

        return MustBeBelow(section, value, zeroAt, "zeroAt", "'zeroAt' must be above 'value'; when nothing above it counts, use 'kind: pass'.")
            ? new Rule.Scaled(RuleKind.AtMost, figure, new Scale.Linear(zeroAt, value))
            : null;
    }

    public static Rule? Increase(PlanSection section, RulePlace place)
    {
        var of = OfReader.Indicator(section, place);
        var percent = section.Percent("percent", NumberRange.Over(0, 10_000), "10");
        var zeroAt = CourseReader.ReadOr(section, "zeroAt", 0, NumberRange.Any);
        if (of is null || percent is null || zeroAt is null)
        {
            return null;
        }

        var full = Course.Flat(percent.Value);
        return MustBeBelow(section, zeroAt, full, "zeroAt", "'zeroAt' must be below 'percent'; write for example 'zeroAt: 0%'.")
            ? new Rule.Scaled(RuleKind.Increase, new Figure.Growth(of), new Scale.Linear(zeroAt, full))
            : null;
    }

    public static Rule? Count(PlanSection section, RulePlace place)
    {
        var figure = OfReader.Read(section, place);
        var value = CourseReader.Read(section, "value", NumberRange.Positive, "4");
        var isProRata = section.TrueOrFalse("proRata");
        if (isProRata && value is not null && value.Points.Any(point => point.Value < LeastProRata))
        {
            section.Error("proRata", "'proRata' is for 12 or more in a period; leave it out.");
            return null;
        }

        return figure is null || value is null ? null : new Rule.Scaled(RuleKind.Count, figure, new Scale.Linear(Course.Flat(0), value))
        {
            Settling = isProRata ? Settling.ProRata : Settling.AtEnd,
        };
    }

    public static Rule? Rated(PlanSection section, RulePlace place)
    {
        var of = OfReader.Indicator(section, place);
        var outOf = section.ShareOr("outOf", UsualRating, NumberRange.Positive);
        return of is null ? null : new Rule.Scaled(RuleKind.Rated, new Figure.Value(of), new Scale.Linear(Course.Flat(0), Course.Flat(outOf)));
    }

    public static Rule? AgainstPeers(PlanSection section, RulePlace place)
    {
        var of = OfReader.Indicator(section, place);
        var measure = section.Choice<PeerMeasure>("measure");
        var better = section.OneOf("better", ["higher", "lower"]);
        var zeroAt = section.ShareOr("zeroAt", 0, NumberRange.Between(0, 0.99m));
        return of is null || measure is null || better is null ? null : new Rule.Scaled(
            RuleKind.AgainstPeers,
            new Figure.AgainstPeers(of, measure.Value, better == "higher"),
            new Scale.Linear(Course.Flat(zeroAt), Course.Flat(1)));
    }

    private static bool MustBeBelow(PlanSection section, Course low, Course high, string key, string message)
    {
        if (CourseReader.IsBelow(low, high))
        {
            return true;
        }

        section.Error(key, message);
        return false;
    }
}
