using EmulationPlatform.Scoring.Calendar;
using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Movement;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Units.Scores;

/// <summary>By what units are scored: the plan in force and the one before it, the modules' formulas, what people have declared.</summary>
/// <param name="UnitOf">The registry's row of a unit; null when there is none.</param>
internal sealed record ScoringTerms(
    Plan Plan, Plan? Earlier, IReadOnlyDictionary<string, IIndicator> Indicators, DeclaredBook Declared, Func<string, UnitRecord?> UnitOf, AgencyCalendar Calendar, ILogger Logger)
{
    private const int DaysOfGrace = 31;

    private static readonly Dictionary<int, decimal> NoFactors = [];

    private readonly List<string> grown =
        [.. FiguresOf([.. Plan.Targets, .. Earlier?.Targets ?? []]).OfType<Figure.Growth>().Select(figure => figure.Indicator).Distinct(StringComparer.Ordinal)];

    private readonly List<int> headYears =
        [.. FiguresOf([.. Plan.Targets, .. Earlier?.Targets ?? []]).OfType<Figure.ShareOfBase>().Where(figure => figure.PerHead).Select(figure => figure.BaseYear).Distinct()];

    private readonly Dictionary<string, PlanFigure> figures = Plan.Figures.Concat(Earlier?.Figures ?? []).DistinctBy(figure => figure.Id).ToDictionary(figure => figure.Id);

    /// <summary>Indicators and declared figures that any rule looks at, each once.</summary>
    public IReadOnlyList<string> Wanted { get; } =
        [.. Plan.Targets.Concat(Earlier?.Targets ?? []).SelectMany(RuleOf).Distinct(StringComparer.Ordinal)];

    public static ScoringTerms Of(PlanBook plans, AgencySetup setup, DeclaredBook declared, Func<string, UnitRecord?> unitOf) =>
        new(plans.InForce, plans.Earlier, setup.Indicators, declared, unitOf, setup.Calendar, setup.Logger);

    /// <summary>A period that is over, looked at as it stands now; null for the one in which the moment lies.</summary>
    public Period? Ended { get; init; }

    /// <summary>The reporting year in which a moment lies.</summary>
    public Period PeriodAt(Instant asOf) => Ended ?? ReportingYears.At(Plan, Calendar, asOf);

    /// <summary>What a unit's card is computed from, beside the results themselves.</summary>
    public UnitInputs InputsOf(string unit, IReadOnlyDictionary<string, IndicatorResult> results, Period period, Instant asOf)
    {
        var record = UnitOf(unit);
        return new UnitInputs
        {
            Unit = unit,
            Group = record?.Group ?? "",
            Period = period,
            AsOf = asOf,
            Results = results,
            Previous = Previous(unit, results, period, asOf),
            HeadFactors = record is null ? NoFactors : HeadFactors(record, period.Within(asOf)),
            DaysInPeriod = record is { Headcount: [var first, ..] } ? DaysSince(first.From, period, asOf) : null,
            Disputed = Declared.Disputed(unit, period),
        };
    }

    /// <summary>The agency's own figures.</summary>
    public UnitInputs OwnInputs(Instant asOf)
    {
        var period = PeriodAt(asOf);
        var results = figures.Values.ToDictionary(figure => figure.Id, figure => Declared.Of(DeclaredBook.Agency, figure, Plan, period, asOf));
        return InputsOf(DeclaredBook.Agency, results, period, asOf) with { Level = TargetLevel.Organisation };
    }

    public PlanFigure? FigureOf(string id) => figures.GetValueOrDefault(id);

    /// <summary>Measure in which an indicator or declared figure is shown.</summary>
    public string MeasureOf(string id)
    {
        if (Indicators.TryGetValue(id, out var indicator))
        {
            return indicator.Measure;
        }

        return FigureOf(id) switch
        {
            { Form: FigureForm.Ratio } => "%",
            { Form: FigureForm.Number or FigureForm.Amount, Measure: { } measure } => measure.Vi,
            _ => "",
        };
    }

    /// <summary>
    /// The same figures at the same moment of the period before: what was declared of it, late words included; for what is metered, the base year when
    /// it is that period.
    /// </summary>
    private Dictionary<string, IndicatorResult> Previous(string unit, IReadOnlyDictionary<string, IndicatorResult> results, Period period, Instant asOf)
    {
        var before = ReportingYears.At(Plan, Calendar, period.Start.Plus(TimeSpan.FromMilliseconds(-1)));
        var year = UnitInputs.YearOf(before);
        var previous = new Dictionary<string, IndicatorResult>(StringComparer.Ordinal);
        foreach (var id in grown)
        {
            if (FigureOf(id) is { } figure && !Indicators.ContainsKey(id))
            {
                previous[id] = Declared.Of(unit, figure, Plan, before, asOf);
            }
            else if (results.GetValueOrDefault(id) is { Reference: { } reference } result && result.BaselineYear == year)
            {
                previous[id] = IndicatorResult.Exact(reference);
            }
        }

        return previous;
    }

    /// <returns>Null when the unit existed already as the period began; sizes are often entered from the first of a month after that.</returns>
    private int? DaysSince(DateOnly first, Period period, Instant asOf)
    {
        var start = Calendar.DayOf(period.Start);
        return first.DayNumber - start.DayNumber <= DaysOfGrace ? null : Calendar.DayOf(period.Within(asOf)).DayNumber - first.DayNumber;
    }

    private Dictionary<int, decimal> HeadFactors(UnitRecord record, Instant asOf)
    {
        var factors = new Dictionary<int, decimal>();
        var today = Calendar.DayOf(asOf);
        foreach (var year in headYears)
        {
            if (DatedNumbers.At(record.Headcount, new DateOnly(year, 12, 31)) is > 0m and var then && DatedNumbers.At(record.Headcount, today) is { } now)
            {
                factors[year] = now / then;
            }
        }

        return factors;
    }

    private static IEnumerable<Figure> FiguresOf(IEnumerable<Target> targets) => targets.SelectMany(target => target.Rule?.Figures ?? []);

    /// <summary>An open target is looked at too, so that its figures are shown while it waits for a decision.</summary>
    private static IEnumerable<string> RuleOf(Target target) =>
        target.Rule?.Indicators ?? [.. (target.Open?.Options ?? []).SelectMany(option => option.Rule?.Indicators ?? [])];
}
