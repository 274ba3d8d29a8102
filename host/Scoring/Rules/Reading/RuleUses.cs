using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Rules with one figure, where they stand in the file.</summary>
internal sealed class RuleUses
{
    private readonly List<(PlanSection At, Rule.Scaled Rule)> uses = [];

    public void Add(PlanSection at, Rule.Scaled rule) => uses.Add((at, rule));

    /// <summary>Compares every rule with what people enter for its figure.</summary>
    public void Check(IReadOnlyList<PlanFigure> figures)
    {
        foreach (var (at, rule) in uses)
        {
            // A ratio of two figures is checked by nobody: it may be of any size.
            if (rule.Figure is not Figure.Ratio && figures.FirstOrDefault(known => known.Id == rule.Figure.Indicators[0]) is { } figure)
            {
                FormChecks.Check(at, rule, figure);
            }
        }
    }
}
