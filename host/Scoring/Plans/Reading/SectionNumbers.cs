using System.Globalization;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Numbers of a block.</summary>
internal static class SectionNumbers
{
    public static int? WholeNumber(this PlanSection section, string key, int least, int most, string example)
    {
        if (section.Number(key, NumberRange.Between(least, most), example) is not { } number)
        {
            return null;
        }

        if (number == decimal.Truncate(number))
        {
            return (int)number;
        }

        section.Error(key, $"'{key}' must be a whole number, for example '{key}: {example}'.");
        return null;
    }

    public static int WholeNumberOr(this PlanSection section, string key, int usual, int least, int most) =>
        (section.Has(key) ? section.WholeNumber(key, least, most, Invariant($"{usual}")) : usual) ?? usual;

    public static decimal? Number(this PlanSection section, string key, NumberRange range, string example) =>
        Parsed(section, key, range, example, percentSign: 0);

    /// <summary>A number, or percent with a sign: 80% is 0.8.</summary>
    public static decimal? Share(this PlanSection section, string key, NumberRange range, string example) =>
        Parsed(section, key, range, example, percentSign: 100);

    public static decimal ShareOr(this PlanSection section, string key, decimal usual, NumberRange range) =>
        (section.Has(key) ? section.Share(key, range, Invariant($"{usual}")) : usual) ?? usual;

    /// <summary>A number of percent, the sign may be left out: 80 and 80% are 0.8.</summary>
    public static decimal? Percent(this PlanSection section, string key, NumberRange range, string example) =>
        Parsed(section, key, range, example, percentSign: 1) / 100m;

    /// <summary>One entry of a list under <paramref name="key"/>.</summary>
    public static decimal? ShareOf(this PlanSection section, PlanNode item, string key, NumberRange range, string example) =>
        section.SingleWord(item, key, example) is { } word ? Parsed(section, word, key, range, example, percentSign: 100) : null;

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static decimal? Parsed(PlanSection section, string key, NumberRange range, string example, int percentSign) =>
        section.Word(key, example) is { } word ? Parsed(section, word, key, range, example, percentSign) : null;

    /// <param name="percentSign">What a number is divided by when a percent sign follows; 0: none may follow.</param>
    private static decimal? Parsed(PlanSection section, PlanNode.Word word, string key, NumberRange range, string example, int percentSign)
    {
        var signed = percentSign > 0 && word.Text.EndsWith('%');
        // A comma is a decimal sign in Vietnam and a thousands sign elsewhere, so it is an error and never a guess.
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (word.Quoted || !decimal.TryParse(signed ? word.Text[..^1] : word.Text, style, CultureInfo.InvariantCulture, out var number))
        {
            section.Problems.Error(
                word.At,
                $"'{word.Text}' is no number; write digits without quotes, with a point for decimals and no thousands sign, for example '{key}: {example}'.");
            return null;
        }

        number = signed ? number / percentSign : number;
        if (!range.Contains(number))
        {
            section.Problems.Error(word.At, $"'{key}' is {word.Text}; write a number {range.Words}, for example '{key}: {example}'.");
            return null;
        }

        return number;
    }
}
