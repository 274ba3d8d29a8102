using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>A rule's formula with the numbers of a unit put in.</summary>
internal static class NumbersText
{
    /// <returns>Null when nothing is known.</returns>
    public static LocalizedText? Of(Outcome outcome, int year)
    {
        if (outcome.Attainment is not { } attainment)
        {
            return null;
        }

        return outcome.Rule switch
        {
            Rule.Combined combined => Parts(combined.How, outcome, attainment),
            Rule.Scaled { Figure: Figure.ShareOfBase, Scale: Scale.Linear line } when line.FullAt.At(year) is { } full => NumberText.Of(
                "({0} − {1}) / ({0} − {2}) = {3}", "({0} − {1}) / ({0} − {2}) = {3}", outcome.Unit, Value(outcome), outcome.Unit * full, outcome.Raw ?? attainment),
            Rule.Scaled { Figure: Figure.ShareOfBase } => NumberText.Of("{0} so với {1} → {2}", "{0} against {1} → {2}", Value(outcome), outcome.Unit, attainment),
            Rule.Scaled { Scale: Scale.Linear line } when line.ZeroAt.At(year) is { } zero && line.FullAt.At(year) is { } full => Line(outcome, zero, full),
            Rule.Scaled { Scale: Scale.Events events } => NumberText.Of(
                "({0} + {1} × {2}) / {3} = {4}", "({0} + {1} × {2}) / {3} = {4}", events.Start, events.Each, Value(outcome), events.OutOf, attainment),
            _ => NumberText.Of("{0} → {1}", "{0} → {1}", Value(outcome), attainment),
        };
    }

    private static decimal Value(Outcome outcome) => outcome.Result?.Value ?? 0m;

    private static LocalizedText Line(Outcome outcome, decimal zero, decimal full)
    {
        // A share is shown by what it counts: 21/23 says more than 0.913.
        if (outcome.Result is { Numerator: { } part, Denominator: { } whole } && zero == 0m)
        {
            return full == 1m
                ? NumberText.Of("{0}/{1} = {2}", "{0}/{1} = {2}", part, whole, outcome.Raw ?? 0m)
                : NumberText.Of("({0}/{1}) / {2} = {3}", "({0}/{1}) / {2} = {3}", part, whole, full, outcome.Raw ?? 0m);
        }

        return zero == 0m
            ? NumberText.Of("{0} / {1} = {2}", "{0} / {1} = {2}", Value(outcome), full * outcome.Unit, outcome.Raw ?? 0m)
            : NumberText.Of("({0} − {1}) / ({2} − {1}) = {3}", "({0} − {1}) / ({2} − {1}) = {3}", Value(outcome), zero * outcome.Unit, full * outcome.Unit, outcome.Raw ?? 0m);
    }

    private static LocalizedText Parts(Combination how, Outcome outcome, decimal attainment)
    {
        var parts = outcome.Parts.Where(part => part.Outcome.Attainment is not null).ToList();
        var (vi, en) = (parts.ConvertAll(part => Part(how, part).Vi), parts.ConvertAll(part => Part(how, part).En));
        var sum = NumberText.Number(attainment);
        var between = how is Combination.Weighted or Combination.Total ? " + " : "; ";
        return new($"{string.Join(between, vi)} → {sum.Vi}", $"{string.Join(between, en)} → {sum.En}");
    }

    private static LocalizedText Part(Combination how, Outcome.Part part) => how is Combination.Weighted or Combination.Total
        ? NumberText.Of("{0} × {1}", "{0} × {1}", part.Rule.Weight, part.Outcome.Attainment!.Value)
        : NumberText.Number(part.Outcome.Attainment!.Value);
}
