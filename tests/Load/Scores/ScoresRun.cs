using System.Globalization;
using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Load.Scores;

/// <summary>Cards of many units by a plan, from facts that are the same in every run.</summary>
internal sealed class ScoresRun
{
    private static readonly Period Year = AgencyCalendar.Vietnam.Year(2027);
    private static readonly Instant AsOf = Year.Start.Plus(TimeSpan.FromDays(300));
    private readonly Plan plan;
    private readonly TimeProvider clock;
    private readonly UnitInputs agency;
    private readonly List<UnitInputs> units;

    /// <exception cref="LoadFailedException">The plan has errors.</exception>
    public ScoresRun(string planText, string fileName, int targets, int unitCount, TimeProvider clock)
    {
        var read = PlanReader.Read(planText, fileName);
        var shipped = read.Plan ?? throw new LoadFailedException($"{fileName} has errors; plan check names them.");
        plan = shipped with { Targets = [.. Enumerable.Range(0, targets).Select(index => Again(shipped.Targets, index))] };
        this.clock = clock;
        var figures = plan.Targets.SelectMany(target => target.Rule?.Indicators ?? []).Distinct(StringComparer.Ordinal).ToList();
        var random = new Random(1);
        units = [.. Enumerable.Range(0, unitCount).Select(index => InputsOf($"u{index}", shipped.Groups[index % shipped.Groups.Count].Id, figures, random))];
        agency = InputsOf("", "", figures, random) with { Level = TargetLevel.Organisation };
    }

    /// <summary>One round first, which is not counted: what is measured is a host that has run for a while.</summary>
    public IEnumerable<string> Measure(int rounds)
    {
        Everything();
        var (all, one) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            all.Add(Milliseconds(Everything));
            one.Add(Milliseconds(() => Card(units[round % units.Count])));
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"{units.Count} units, {plan.Targets.Count} targets, {rounds} rounds");
        yield return string.Create(CultureInfo.InvariantCulture, $"  cards, places and agency, median   {Median(all):0.0} ms   ({all.Min():0.0} to {all.Max():0.0})");
        yield return string.Create(CultureInfo.InvariantCulture, $"  one unit's card, median             {Median(one):0.000} ms   (1/{Median(all) / Median(one):0} of everything)");
    }

    private static Target Again(IReadOnlyList<Target> targets, int index)
    {
        var target = targets[index % targets.Count];
        return index < targets.Count ? target : target with { Id = string.Create(CultureInfo.InvariantCulture, $"{target.Id}-{index}") };
    }

    private static UnitInputs InputsOf(string unit, string group, IEnumerable<string> figures, Random random) => new()
    {
        Unit = unit,
        Group = group,
        Period = Year,
        AsOf = AsOf,
        Results = figures.ToDictionary(figure => figure, _ => ResultOf(random)),
    };

    private static IndicatorResult ResultOf(Random random)
    {
        var part = random.Next(0, 101);
        return IndicatorResult.Share(part, 100m) with { Reference = 120m, ReferenceElapsed = 100m, BaselineYear = 2025, UpdatedAt = AsOf };
    }

    private void Everything()
    {
        var cards = units.ConvertAll(Card);
        _ = Ranking.Of(plan, [.. cards.Select(card => (card.Unit, card.Inputs.Group, card))]);
        _ = OrganisationCalculator.Calculate(plan, cards, agency, MeasureOf);
    }

    private Scorecard Card(UnitInputs unit) => ScorecardCalculator.Calculate(plan, unit, MeasureOf);

    private double Milliseconds(Action act)
    {
        var begun = clock.GetTimestamp();
        act();
        return clock.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static string MeasureOf(string indicator) => indicator.StartsWith("green-office.", StringComparison.Ordinal) ? "kWh" : "%";

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
