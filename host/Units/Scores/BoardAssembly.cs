using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Scores;

/// <summary>Puts the units' cards together: peers compared, by the plan in force and by its version before.</summary>
internal sealed class BoardAssembly(ScoringTerms terms)
{
    private readonly PeerPass peers = new(terms.Plan, terms.MeasureOf);
    private readonly PeerPass? earlierPeers = terms.Earlier is { } plan ? new(plan, terms.MeasureOf) : null;

    /// <summary>Cards by the plan in force.</summary>
    public IReadOnlyList<Scorecard> Compared(IEnumerable<UnitScored> cards) => [.. peers.Of(cards.Select(scored => scored.Card))];

    /// <summary>Cards by the version before, by unit; none when only one version is shown.</summary>
    public IReadOnlyDictionary<string, Scorecard> ComparedBefore(IEnumerable<UnitScored> cards) => earlierPeers is null
        ? new Dictionary<string, Scorecard>()
        : earlierPeers.Of(cards.Select(scored => scored.Earlier).OfType<Scorecard>()).ToDictionary(card => card.Unit);

    public OrganisationCard Organisation(IReadOnlyList<Scorecard> compared, Instant asOf) =>
        OrganisationCalculator.Calculate(terms.Plan, compared, terms.OwnInputs(asOf), terms.MeasureOf);

    /// <summary>The agency's card by the version before; null when only one version is shown.</summary>
    public EarlierOrganisation? OrganisationBefore(IReadOnlyDictionary<string, Scorecard> compared, Instant asOf) => terms.Earlier is { } plan
        ? new(plan.Version, OrganisationCalculator.Calculate(plan, [.. compared.Values], terms.OwnInputs(asOf), terms.MeasureOf))
        : null;

    /// <summary>A unit's card by the version before; null when only one version is shown.</summary>
    public EarlierCard? Earlier(IReadOnlyDictionary<string, Scorecard> compared, string unit) =>
        terms.Earlier is { } plan && compared.TryGetValue(unit, out var card) ? new(plan.Version, card) : null;
}
