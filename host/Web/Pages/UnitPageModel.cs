using EmulationPlatform.Scoring.Explaining;
using EmulationPlatform.Web.Api.Shapes;
using EmulationPlatform.Web.Parts;

namespace EmulationPlatform.Web.Pages;

/// <summary>A unit's page: its row of the board, and behind each target what it was made of.</summary>
public sealed record UnitPageModel(UnitRowJson Row, DateTimeOffset AsOf, IReadOnlyList<UnitPageModel.Section> Sections, IReadOnlyList<SourceJson> OtherSources)
{
    private const int MostSteps = 3;

    /// <summary>The cheapest things that can be done for points, each with whose work it is.</summary>
    public IReadOnlyList<(NextStep Step, Role By)> Steps { get; init; } = [];

    /// <param name="Target">As the plan has it, for the rule and the quote.</param>
    /// <param name="Line">Null when no metric belongs to the target.</param>
    /// <param name="Year">Whose milestones hold.</param>
    /// <param name="IsMetered">A module measures it; else people declare it.</param>
    public sealed record Section(TargetJson Figure, Target Target, int Year, YearLine? Line, IReadOnlyList<SourceJson> Sources, bool IsMetered)
    {
        /// <summary>It is judged against a base year.</summary>
        public bool HasBase => Figure.Reference is not null || (Target.Rule?.Figures.Any(figure => figure is Scoring.Rules.Figure.ShareOfBase) ?? false);
    }

    public static UnitPageModel Of(UnitDetail detail, IReadOnlyList<BaselineRecord> baselines, AgencyCalendar calendar, Instant now, Func<string, bool> isMeasured, Func<NextStep, Role> doerOf)
    {
        var row = detail.Row.ToJson(calendar);
        var sources = detail.Sources.Select(source => SourceJson.Of(source, calendar)).ToList();
        var sections = detail.Row.Card.Targets
            .Zip(row.Targets, (score, figure) => Of(score, figure, detail, baselines, sources, isMeasured))
            .ToList();
        var shown = sections.SelectMany(section => section.Sources).Select(source => source.Id).ToHashSet();
        return new UnitPageModel(row, calendar.ToLocal(now), sections, [.. sources.Where(source => !shown.Contains(source.Id))])
        {
            Steps = [.. NextSteps.Of(detail.Row.Card).Take(MostSteps).Select(step => (step, doerOf(step)))],
        };
    }

    private static Section Of(
        TargetScore score, TargetJson figure, UnitDetail detail, IReadOnlyList<BaselineRecord> baselines, List<SourceJson> sources, Func<string, bool> isMeasured)
    {
        var isMetered = isMeasured(score.LeadingIndicator);
        if (MetricOf(score, detail.Metrics) is not { } metric)
        {
            return new Section(figure, score.Target, detail.Row.Card.Inputs.Year, null, [.. sources.Where(source => figure.Inputs.Contains(source.Id))], isMetered);
        }

        var facts = metric.Facts;
        var baseline = baselines.FirstOrDefault(record => record.Metric == facts.Metric && record.Year == facts.BaselineYear);
        var counted = figure.Inputs.Concat(facts.Sources).ToHashSet();
        return new Section(
            figure, score.Target, detail.Row.Card.Inputs.Year, YearLine.Of(metric, baseline), [.. sources.Where(source => counted.Contains(source.Id) || source.Metric == facts.Metric)], isMetered);
    }

    /// <summary>An indicator is called by its module and, after the dot, its metric; failing that its measure tells.</summary>
    private static MetricDetail? MetricOf(TargetScore score, IReadOnlyList<MetricDetail> metrics)
    {
        var word = score.LeadingIndicator[(score.LeadingIndicator.LastIndexOf('.') + 1)..];
        return metrics.FirstOrDefault(metric => metric.Metric.Id == word)
            ?? metrics.FirstOrDefault(metric => metric.Metric.CounterMeasure == score.Measure);
    }
}
