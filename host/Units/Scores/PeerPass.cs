using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Scores;

/// <summary>
/// Puts the values of the peer group into cards whose plan compares units with each other. A card whose group has not moved stays
/// the same object, so that the board tells only of what has changed.
/// </summary>
/// <param name="measureOf">Measure of an indicator or declared figure.</param>
internal sealed class PeerPass(Plan plan, Func<string, string> measureOf)
{
    private readonly List<string> compared =
    [
        .. plan.Targets.SelectMany(target => target.Rule?.Figures ?? []).OfType<Figure.AgainstPeers>().Select(figure => figure.Indicator).Distinct(StringComparer.Ordinal),
    ];

    private readonly Dictionary<string, Passed> known = [];

    public IEnumerable<Scorecard> Of(IEnumerable<Scorecard> cards)
    {
        if (compared.Count == 0)
        {
            return cards;
        }

        var groups = cards.ToLookup(card => card.Inputs.Group);
        return groups.SelectMany(group => With(group.ToList()));
    }

    private IEnumerable<Scorecard> With(List<Scorecard> group)
    {
        var peers = compared.ToDictionary(
            id => id,
            id => (IReadOnlyList<decimal>)[.. group.Select(card => card.Inputs.Results.GetValueOrDefault(id)).Where(result => result is { IsKnown: true }).Select(result => result!.Value!.Value)]);
        var missing = compared.Where(id => group.Exists(card => card.Inputs.Results.GetValueOrDefault(id) is { IsKnown: false, State: not (DataState.NotDue or DataState.NotApplicable) })).ToHashSet(StringComparer.Ordinal);
        foreach (var card in group)
        {
            if (!known.TryGetValue(card.Unit, out var passed) || !ReferenceEquals(passed.Own, card) || !Same(passed.Peers, peers) || !passed.Missing.SetEquals(missing))
            {
                passed = new(card, peers, missing, ScorecardCalculator.Calculate(plan, card.Inputs with { Peers = peers, PeersMissing = missing }, measureOf));
                known[card.Unit] = passed;
            }

            yield return passed.Compared;
        }
    }

    private bool Same(IReadOnlyDictionary<string, IReadOnlyList<decimal>> one, Dictionary<string, IReadOnlyList<decimal>> other) =>
        compared.TrueForAll(id => one[id].SequenceEqual(other[id]));

    private sealed record Passed(Scorecard Own, IReadOnlyDictionary<string, IReadOnlyList<decimal>> Peers, HashSet<string> Missing, Scorecard Compared);
}
