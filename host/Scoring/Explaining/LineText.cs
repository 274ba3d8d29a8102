using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>A straight line with numbers put in, written as the figure is understood: n/N, a cut, a growth, a quotient.</summary>
internal static class LineText
{
    public static LocalizedText Of(Rule.Scaled rule, Ends ends, decimal value, Outcome outcome)
    {
        var raw = outcome.Raw ?? 0m;
        return rule.Figure switch
        {
            Figure.ShareOfBase => Cut(ends, value, outcome.Unit, raw),
            Figure.Growth => Growth(ends, value + outcome.Unit, outcome.Unit, raw),
            Figure.Ratio or Figure.AgainstPeers => Quotient("{0} / {1}", ends, value, outcome.Unit, raw),
            _ when outcome.Result is { Numerator: { } part, Denominator: > 0m and var whole } && outcome.Unit == 1m => Quotient("{0}/{1}", ends, part, whole, raw),
            _ => Plain(ends, value, outcome.Unit, raw),
        };
    }

    private static LocalizedText Cut(Ends ends, decimal value, decimal unit, decimal raw) => Arithmetic.Of(
        "({0} − {1}) / ({0} − {2}) = {3}", at => Arithmetic.Quotient(at[0] - at[1], at[0] - at[2]), raw, ends.Zero * unit, value, ends.Full * unit);

    private static LocalizedText Growth(Ends ends, decimal now, decimal before, decimal raw) => ends.Zero == 0m
        ? Arithmetic.Of("({0} − {1}) / ({1} × {2}) = {3}", at => Arithmetic.Quotient(at[0] - at[1], at[1] * at[2]), raw, now, before, ends.Full)
        : Arithmetic.Of(
            "(({0} − {1}) / {1} − {3}) / ({2} − {3}) = {4}",
            at => at[1] == 0m ? null : Arithmetic.Quotient(((at[0] - at[1]) / at[1]) - at[3], at[2] - at[3]),
            raw, now, before, ends.Full, ends.Zero);

    /// <param name="written">The quotient itself.</param>
    private static LocalizedText Quotient(string written, Ends ends, decimal part, decimal whole, decimal raw)
    {
        if (ends.Zero != 0m)
        {
            return Arithmetic.Of(
                $"({written} − {{3}}) / ({{2}} − {{3}}) = {{4}}", at => at[1] == 0m ? null : Arithmetic.Quotient((at[0] / at[1]) - at[3], at[2] - at[3]), raw, part, whole, ends.Full, ends.Zero);
        }

        return ends.Full == 1m
            ? Arithmetic.Of($"{written} = {{2}}", at => Arithmetic.Quotient(at[0], at[1]), raw, part, whole)
            : Arithmetic.Of($"({written}) / {{2}} = {{3}}", at => Arithmetic.Quotient(at[0], at[1] * at[2]), raw, part, whole, ends.Full);
    }

    /// <param name="unit">Share of the period that has passed where the demand grows with it; else 1.</param>
    private static LocalizedText Plain(Ends ends, decimal value, decimal unit, decimal raw)
    {
        if (unit != 1m)
        {
            return Arithmetic.Of(
                "({0} − {1} × {3}) / ({2} × {3} − {1} × {3}) = {4}".Replace(" − {1} × {3}", ends.Zero == 0m ? "" : " − {1} × {3}", StringComparison.Ordinal),
                at => Arithmetic.Quotient(at[0] - (at[1] * at[3]), (at[2] * at[3]) - (at[1] * at[3])), raw, value, ends.Zero, ends.Full, unit);
        }

        return ends.Zero == 0m
            ? Arithmetic.Of("{0} / {1} = {2}", at => Arithmetic.Quotient(at[0], at[1]), raw, value, ends.Full)
            : Arithmetic.Of("({0} − {1}) / ({2} − {1}) = {3}", at => Arithmetic.Quotient(at[0] - at[1], at[2] - at[1]), raw, value, ends.Zero, ends.Full);
    }

    /// <summary>Where the line begins and ends this year.</summary>
    public readonly record struct Ends(decimal Zero, decimal Full);
}
