using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>Places within the peer groups.</summary>
public static class Ranking
{
    /// <summary>
    /// Equal scores at display precision share a place, and the places after them are left out (1-2-2-4). Not ranked are units
    /// with too little coverage, without a score, too new, or in no group of the plan; they take no place from others.
    /// </summary>
    /// <param name="isOfficial">For a frozen result, which asks for more coverage.</param>
    /// <returns>In the order given.</returns>
    public static IReadOnlyList<RankedUnit> Of(Plan plan, IReadOnlyList<(string Unit, string Group, Scorecard Card)> units, bool isOfficial = false)
    {
        var coverage = isOfficial ? plan.Ranking.FrozenCoverage : plan.Ranking.Coverage;
        var places = units
            .Where(unit => IsRanked(plan, unit.Group, unit.Card, coverage))
            .GroupBy(unit => unit.Group)
            .ToDictionary(group => group.Key, group => Places(group.Select(unit => Shown(unit.Card))));
        return
        [
            .. units.Select(unit => new RankedUnit(
                unit.Unit, unit.Group, unit.Card, IsRanked(plan, unit.Group, unit.Card, coverage) ? places[unit.Group][Shown(unit.Card)] : null)),
        ];
    }

    private static bool IsRanked(Plan plan, string group, Scorecard card, decimal coverage) =>
        card.Score is not null && card.Coverage >= coverage && !(card.Inputs.DaysInPeriod < plan.Ranking.Days) && plan.Groups.Any(known => known.Id == group);

    private static decimal Shown(Scorecard card) => Display.Round1(card.Score!.Value);

    private static Dictionary<decimal, int> Places(IEnumerable<decimal> scores)
    {
        var places = new Dictionary<decimal, int>();
        var counted = 0;
        foreach (var score in scores.OrderDescending())
        {
            counted++;
            places.TryAdd(score, counted);
        }

        return places;
    }
}
