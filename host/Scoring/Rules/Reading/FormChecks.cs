using EmulationPlatform.Scoring.Plans;
using static EmulationPlatform.Scoring.Plans.SectionNumbers;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Whether a rule can judge what is entered for its figure.</summary>
internal static class FormChecks
{
    private static readonly string[] Ends = ["value", "over", "atLeast", "atMost", "under"];

    private static readonly Dictionary<RuleKind, FigureForm> Needed = new()
    {
        [RuleKind.YesNo] = FigureForm.YesNo,
        [RuleKind.Staged] = FigureForm.Stage,
        [RuleKind.Rated] = FigureForm.Rating,
        [RuleKind.OnTime] = FigureForm.Submission,
        [RuleKind.Reduce] = FigureForm.Amount,
        [RuleKind.NotAboveBase] = FigureForm.Amount,
    };

    public static void Check(PlanSection at, Rule.Scaled rule, PlanFigure figure)
    {
        if (Needed.TryGetValue(rule.Kind, out var form) && figure.Form != form)
        {
            at.Problems.Demand(
                at.At("of"),
                $"'{Word(rule.Kind)}' judges a figure of the form {Word(form)}, but '{figure.Id}' has the form {Word(figure.Form)}; write 'form: {Word(form)}' there, or another kind of rule.");
        }
        else if (rule.Kind == RuleKind.Staged && rule.Scale is Scale.Steps steps && steps.Rows.Count != figure.Stages.Count)
        {
            at.Problems.Demand(
                at.At("gives"),
                $"'gives' has {steps.Rows.Count} shares, but '{figure.Id}' has {figure.Stages.Count} stages; give each stage one, from nothing on.");
        }
        else if (figure.Form == FigureForm.Ratio && rule.Figure is Figure.Value && TooMuch(rule) is { } value)
        {
            at.Problems.Demand(
                at.At(Ends.FirstOrDefault(at.Has) ?? "steps"),
                Invariant($"'{figure.Id}' is a ratio from 0 to 1, so {value} means {value * 100}%; write for example '90%' or 0.9."));
        }
    }

    /// <summary>A demanded share over the whole, which nobody can reach.</summary>
    private static decimal? TooMuch(Rule.Scaled rule) => rule switch
    {
        { Kind: RuleKind.AtLeast or RuleKind.AtMost or RuleKind.Count, Scale: Scale.Linear line } => Over(line.FullAt),
        { Kind: RuleKind.Pass or RuleKind.Steps, Scale: Scale.Steps steps } => steps.Rows.Select(row => Over(row.From)).FirstOrDefault(over => over is not null),
        _ => null,
    };

    private static decimal? Over(Course course) =>
        course.Points.Any(point => point.Value > 1) ? course.Points.First(point => point.Value > 1).Value : null;

    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
