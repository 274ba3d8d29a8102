using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Kinds of rules that compare with a base year.</summary>
internal static class BaseYearRules
{
    public static Rule? Reduce(PlanSection section, RulePlace place)
    {
        var percent = section.Percent("percent", NumberRange.Over(0, 100), "10");
        var byYear = section.Year("byYear", "2030");
        if (Share(section, place) is not { } share || percent is null || byYear is null)
        {
            return null;
        }

        if (byYear <= share.BaseYear)
        {
            section.Error("byYear", $"'byYear' is {byYear}; write a year after the base year {share.BaseYear}.");
            return null;
        }

        var last = place.Plan.Span.LastYear;
        if (byYear > last && last > 0)
        {
            section.Warning("byYear", $"The cut is due by {byYear}, after the plan's last year {last}; it will be reached only in part.");
        }

        var path = Course.Path(share.BaseYear, 1, byYear.Value, 1 - percent.Value);
        return new Rule.Scaled(RuleKind.Reduce, share, new Scale.Linear(Course.Flat(1), path));
    }

    public static Rule? NotAboveBase(PlanSection section, RulePlace place) => Share(section, place) is not { } share ? null : new Rule.Scaled(
        RuleKind.NotAboveBase,
        share,
        new Scale.Steps([StepRules.Always(gives: 1), new(Course.Flat(1), Over: true, Gives: 0)]));

    private static Figure.ShareOfBase? Share(PlanSection section, RulePlace place)
    {
        var of = OfReader.Indicator(section, place);
        var year = section.Year("baseYear", "2025");
        var perHead = section.TrueOrFalse("perHead");
        var first = place.Plan.Span.FirstYear;
        if (year >= first && first > 0)
        {
            section.Warning("baseYear", $"The base year {year} is not before the plan's first year {first}, so the first years cannot be judged.");
        }

        return of is null || year is null ? null : new(of, year.Value, perHead);
    }
}
