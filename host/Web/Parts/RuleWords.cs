using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Parts;

/// <summary>A rule of the plan as a sentence.</summary>
internal static class RuleWords
{
    public static string Sentence(Rule rule, Words words) => rule switch
    {
        Rule.NotAboveBase notAbove => words.Format("Rule.NotAboveBase", Year(notAbove.BaseYear)),
        Rule.Reduce reduce => words.Format("Rule.Reduce", words.Percent(reduce.Fraction), Year(reduce.BaseYear), Year(reduce.ByYear)),
        _ => rule.ToString(),
    };

    public static string Authority(Target target, Words words) => target.Approved is { } approved
        ? words.Format("Rule.Approved", approved.Decision, approved.By, words.Day(approved.On))
        : words["Rule.Default"];

    // As text, since a year is not a number with a thousands separator.
    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
