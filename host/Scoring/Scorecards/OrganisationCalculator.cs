using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>The agency's sheet, from those of its units and from its own figures.</summary>
public static class OrganisationCalculator
{
    private static readonly IndicatorResult ShareOfUnits = new(DataState.Measured, null, 0m);
    private static readonly LocalizedText Nobody = new("chưa đơn vị nào đến hạn", "no unit is due yet");

    /// <param name="own">What is known of the agency itself: its own figures, period and moment.</param>
    public static OrganisationCard Calculate(Plan plan, IReadOnlyList<Scorecard> cards, UnitInputs own, Func<string, string> measureOf)
    {
        // Not even a last digit hangs on the order in which units come.
        cards = [.. cards.OrderBy(card => card.Unit, StringComparer.Ordinal)];
        var byTarget = cards.SelectMany(card => card.Targets).ToLookup(score => score.Target.Id);
        var targets = new List<OrganisationTarget>(plan.Targets.Count);
        foreach (var target in plan.Targets.Where(target => target.IsOnOrganisationSheet))
        {
            var due = byTarget[target.Id].Where(Counts).ToList();
            var score = target.Organisation switch
            {
                OrganisationView.ShareOfUnits when target.Rule is not null => Share(target, due),
                OrganisationView.Sum => TargetJudge.Judge(target, target.OrganisationWeight, Together(target, cards, own), measureOf),
                _ => TargetJudge.Judge(target, target.OrganisationWeight, own, measureOf),
            };
            targets.Add(new(target, due.Count(unit => unit.Attainment >= 1m), due.Count(unit => unit.Attainment is not null), due.Count, score));
        }

        var scores = targets.ConvertAll(target => target.Score);
        var totals = SheetTotals.Of(scores);
        var (band, _) = Classification.Of(plan, totals.Score, totals.Coverage, scores);
        return new(totals.Score, totals.Coverage, totals.Floor, totals.Ceiling, band, targets);
    }

    /// <summary>A unit on its way to a number that it owes at the end of the period is not due: it neither meets nor misses it.</summary>
    internal static bool Counts(TargetScore score) => score.IsDue && !(score.Outcome is { IsEarly: true, Raw: < 1m });

    /// <summary>
    /// The bounds count the units' own bounds, so that a unit which hides its bad month is met for the attainment but not for
    /// the floor.
    /// </summary>
    private static TargetScore Share(Target target, List<TargetScore> due)
    {
        if (due.Count == 0)
        {
            return new(target, target.OrganisationWeight, DataState.NotDue, null, ShareOfUnits, "") { Reason = Nobody };
        }

        var known = due.Count(score => score.Attainment is not null);
        var state = known == 0 ? DataState.NoData : due.Where(score => score.Attainment is not null).Select(score => score.State).Aggregate(Weaker);
        return new(target, target.OrganisationWeight, state, null, ShareOfUnits, "")
        {
            Attainment = known > 0 ? (decimal)due.Count(score => score.Attainment >= 1m) / known : null,
            DueShare = 1m,
            Coverage = due.Sum(score => score.Coverage) / due.Count,
            FloorAttainment = (decimal)due.Count(score => score.FloorAttainment >= 1m) / due.Count,
            CeilingAttainment = (decimal)due.Count(score => score.CeilingAttainment >= 1m) / due.Count,
        };
    }

    private static DataState Weaker(DataState one, DataState other) =>
        DataStates.IsKnown(one) && DataStates.IsKnown(other) ? DataStates.Weaker(one, other) : DataState.NoData;

    /// <summary>The figures of the units that owe the target, summed up.</summary>
    private static UnitInputs Together(Target target, IReadOnlyList<Scorecard> cards, UnitInputs own)
    {
        var units = cards.Select(card => card.Inputs).Where(unit => TargetJudge.Owes(target, unit)).ToList();
        var results = new Dictionary<string, IndicatorResult>(own.Results, StringComparer.Ordinal);
        var previous = new Dictionary<string, IndicatorResult>(own.Previous, StringComparer.Ordinal);
        foreach (var id in (target.Rule ?? target.Open?.FirstRule)?.Indicators ?? [])
        {
            results[id] = ResultSum.Of([.. units.Select(unit => unit.Result(id))]);
            previous[id] = ResultSum.Of([.. units.Select(unit => unit.Before(id))]);
        }

        return own with { Results = results, Previous = previous };
    }
}
