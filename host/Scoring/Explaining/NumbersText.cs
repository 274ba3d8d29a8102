using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>A rule's formula with the numbers of a unit put in.</summary>
internal static class NumbersText
{
    private static readonly LocalizedText NotGiven = new("đơn vị chưa nộp → 0", "not given by the unit → 0");
    private static readonly LocalizedText FullAnyway = new("không áp dụng → 1", "does not apply → 1");

    /// <returns>Null when nothing is known.</returns>
    public static LocalizedText? Of(Outcome outcome, int year)
    {
        if (outcome.Attainment is not { } attainment)
        {
            return null;
        }

        return outcome.State == DataState.NotApplicable ? FullAnyway
            : outcome.Rule is Rule.Combined combined ? Held(PartsText.Of(combined.How, outcome), outcome, attainment)
            : outcome.Value is { } value ? Held(Of((Rule.Scaled)outcome.Rule, value, outcome, year), outcome, attainment)
            : NotGiven;
    }

    /// <summary>What is above 1 or below 0 is held; what is reached before the end is credited in full, on the part that is reached.</summary>
    private static LocalizedText Held(LocalizedText text, Outcome outcome, decimal attainment)
    {
        if (outcome is { IsEarly: true, Rule: Rule.Scaled, Raw: > 0m and < 1m and var reached })
        {
            var credited = NumberText.Number(reached);
            return new($"{text.Vi}; tính ngay trên {credited.Vi} trọng số", $"{text.En}; credited at once on {credited.En} of the weight");
        }

        var held = NumberText.Number(attainment);
        return outcome.Raw is < 0m or > 1m ? new($"{text.Vi} → {held.Vi}", $"{text.En} → {held.En}") : text;
    }

    private static LocalizedText Of(Rule.Scaled rule, decimal value, Outcome outcome, int year) => rule.Scale switch
    {
        Scale.Linear line when line.ZeroAt.At(year) is { } zero && line.FullAt.At(year) is { } full => LineText.Of(rule, new(zero, full), value, outcome),
        Scale.Events events => Events(events, value / outcome.Unit, outcome.Raw ?? 0m),
        _ => Table(rule.Figure, value, outcome),
    };

    private static LocalizedText Events(Scale.Events events, decimal number, decimal raw)
    {
        var points = events.Start + (events.Each * number);
        var held = Math.Clamp(points, events.Least, events.Most);
        return held == points
            ? Arithmetic.Of("({0} + {1} × {2}) / {3} = {4}", at => Arithmetic.Quotient(at[0] + (at[1] * at[2]), at[3]), raw, events.Start, events.Each, number, events.OutOf)
            : NumberText.Of(
                "{0} + {1} × {2} = {3}, giữ trong khoảng {4} đến {5}; {6} / {7} = {8}", "{0} + {1} × {2} = {3}, held within {4} to {5}; {6} / {7} = {8}",
                events.Start, events.Each, number, points, events.Least, events.Most, held, events.OutOf, raw);
    }

    private static LocalizedText Table(Figure figure, decimal value, Outcome outcome)
    {
        var raw = outcome.Raw ?? 0m;
        if (outcome.Result is { Numerator: { } part, Denominator: > 0m and var whole } && outcome.Unit == 1m)
        {
            return NumberText.Of("{0}/{1} = {2} → {3}", "{0}/{1} = {2} → {3}", part, whole, value, raw);
        }

        return figure is Figure.ShareOfBase ? NumberText.Of("{0} so với {1} → {2}", "{0} against {1} → {2}", value, outcome.Unit, raw)
            : outcome.Unit == 1m ? NumberText.Of("{0} → {1}", "{0} → {1}", value, raw)
            : NumberText.Of("{0} / {1} = {2} → {3}", "{0} / {1} = {2} → {3}", value, outcome.Unit, value / outcome.Unit, raw);
    }
}
