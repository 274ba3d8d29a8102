using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>How the parts of a combination become one number: each with its weight, the part of it that is due, and what the sum is divided by.</summary>
internal static class PartsText
{
    public static LocalizedText Of(Combination how, Outcome outcome)
    {
        var known = outcome.Parts.Where(part => part.Outcome.Attainment is not null && part.Outcome.DueShare > 0m).ToList();
        var (raw, divisor) = (outcome.Raw ?? 0m, Combiner.Divisor(how, outcome.Parts, outcome.DueShare));
        return how switch
        {
            Combination.Weighted or Combination.Total => Sum(known, divisor, raw),
            Combination.Lowest => Choice("nhỏ nhất của", "the least of", known, divisor: 1m, raw),
            Combination.Highest => Choice("lớn nhất của", "the greatest of", known, divisor, raw),
            _ => NumberText.Number(raw),
        };
    }

    /// <summary>One number for the weight, one for the part of it that is due, one for the attainment.</summary>
    private static LocalizedText Sum(List<Outcome.Part> known, decimal divisor, decimal raw)
    {
        var numbers = known.SelectMany(part => new[] { part.Rule.Weight, part.Outcome.DueShare, part.Outcome.Attainment!.Value }).Append(divisor).ToArray();
        var sum = string.Join(" + ", known.Select((part, i) => Term(3 * i, part.Outcome.DueShare)));
        var whole = 3 * known.Count;
        return Arithmetic.Of(divisor == 1m ? $"{sum} → {{{whole + 1}}}" : $"({sum}) ÷ {{{whole}}} → {{{whole + 1}}}", Redo, raw, numbers);
    }

    private static string Term(int place, decimal due) => due == 1m ? $"{{{place}}} × {{{place + 2}}}" : $"{{{place}}} × {{{place + 1}}} × {{{place + 2}}}";

    private static decimal? Redo(decimal[] at)
    {
        var sum = 0m;
        for (var i = 0; i + 2 < at.Length; i += 3)
        {
            sum += at[i] * at[i + 1] * at[i + 2];
        }

        return Arithmetic.Quotient(sum, at[^1]);
    }

    private static LocalizedText Choice(string vi, string en, List<Outcome.Part> known, decimal divisor, decimal raw)
    {
        // Credit before the end counts as far as it goes.
        var isEarly = divisor != 1m;
        var terms = string.Join("; ", known.Select((part, i) => isEarly && part.Outcome.IsEarly ? $"{{{2 * i}}} × {{{(2 * i) + 1}}}" : $"{{{(2 * i) + 1}}}"));
        decimal[] numbers = [.. known.SelectMany(part => new[] { part.Outcome.DueShare, part.Outcome.Attainment!.Value }), divisor, raw];
        var end = isEarly ? $"({terms}) ÷ {{{numbers.Length - 2}}} → {{{numbers.Length - 1}}}" : $"{terms} → {{{numbers.Length - 1}}}";
        return NumberText.Of($"{vi} {end}", $"{en} {end}", numbers);
    }
}
