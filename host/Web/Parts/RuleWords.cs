using EmulationPlatform.Scoring.Explaining;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Parts;

/// <summary>A rule of the plan as a sentence.</summary>
internal static class RuleWords
{
    /// <param name="year">Whose milestones are told.</param>
    public static string Sentence(Rule rule, int year, Words words)
    {
        var text = words.Of(RuleText.Of(rule, year));
        return rule is Rule.Combined combined
            ? text + ": " + string.Join("; ", combined.Parts.Select(part => $"{words.Of(part.Name)} ({Sentence(part.Rule, year, words)})"))
            : text;
    }

    public static string Authority(Target target, Words words) => target switch
    {
        { Approved: { } approved } => words.Format("Rule.Approved", approved.Number, approved.Post, words.Day(approved.On)),
        { Open: { } open, Rule: null } => words.Of(open.Question),
        _ => words["Rule.Default"],
    };
}
