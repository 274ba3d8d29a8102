using EmulationPlatform.Scoring.Plans;
using static EmulationPlatform.Scoring.Plans.SectionNumbers;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Points for each event.</summary>
internal static class EachRule
{
    private const decimal MostPoints = 1_000m;

    public static Rule? Read(PlanSection section, RulePlace place)
    {
        var figure = OfReader.Read(section, place);
        var points = section.Number("points", NumberRange.Between(-MostPoints, MostPoints), "-2");
        var outOf = place.OutOf;
        var range = NumberRange.Between(0, outOf > 0 ? outOf : MostPoints);
        var start = Points(section, "start", 0, range);
        var least = Points(section, "least", 0, range);
        var most = Points(section, "most", outOf, range);
        if (outOf <= 0)
        {
            section.Error("points", "Points need a weight that they are a part of, and a gate has none; use 'kind: pass' with 'atMost: 0'.");
            return null;
        }

        return figure is null || points is null || !FitsTogether(section, points.Value, start, (least, most))
            ? null
            : new Rule.Scaled(RuleKind.Each, figure, new Scale.Events(start, points.Value, least, most, outOf));
    }

    private static decimal Points(PlanSection section, string key, decimal usual, NumberRange range) =>
        (section.Has(key) ? section.Number(key, range, Invariant($"{usual}")) : usual) ?? usual;

    private static bool FitsTogether(PlanSection section, decimal points, decimal start, (decimal Least, decimal Most) ends)
    {
        var (least, most) = ends;
        if (points == 0)
        {
            section.Error("points", "'points' is 0, so no event counts; write points above 0, or below 0 for a deduction.");
            return false;
        }

        if (least >= most)
        {
            section.Error(section.Has("most") ? "most" : "least", Invariant($"'most' is {most} and 'least' is {least}; let 'most' be above 'least'."));
            return false;
        }

        if (start < least || start > most)
        {
            section.Error(section.Has("start") ? "start" : "least", Invariant($"'start' is {start}; write a number from 'least' {least} to 'most' {most}."));
            return false;
        }

        if (points < 0 && start == least)
        {
            section.Error("points", Invariant($"Nothing can be taken away: 'start' is {start} already; write for example 'start: {most}'."));
            return false;
        }

        return true;
    }
}
