using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Awards;

/// <summary>Who may be proposed under one quota. The system proposes; only the Council gives.</summary>
/// <param name="Places">Null while not known.</param>
/// <param name="Nominees">All candidates; those who may be proposed first, in order.</param>
public sealed record Selection(string Round, string? Group, int? Places, IReadOnlyList<Nominee> Nominees)
{
    /// <summary>Places that are left for the Council to give among the tied, at most.</summary>
    public int PlacesForCouncil => Nominees.Any(nominee => nominee.State == NomineeState.Tied)
        ? (Places ?? 0) - Nominees.Count(nominee => nominee.State == NomineeState.Proposed)
        : 0;

    /// <param name="candidates">Of <paramref name="places"/>' group, or of the agency; others are left out.</param>
    public static Selection Of(Plan plan, AwardRound round, QuotaPlaces places, IEnumerable<Candidate> candidates)
    {
        var all = candidates
            .Where(candidate => places.Group is null || candidate.Group == places.Group)
            .Select(candidate => Judged(plan, round, candidate))
            .ToList();
        var eligible = all.Where(nominee => nominee.State == NomineeState.Proposed).OrderBy(nominee => nominee.Key).ToList();
        var placed = eligible.ConvertAll(nominee => nominee with
        {
            State = AtLine(places.Places, eligible, nominee.Key),
            Rank = 1 + eligible.Count(other => other.Key < nominee.Key),
        });
        return new(
            round.Id, places.Group, places.Places,
            [.. placed, .. all.Where(nominee => nominee.State != NomineeState.Proposed).OrderBy(nominee => nominee.Key)]);
    }

    private static Nominee Judged(Plan plan, AwardRound round, Candidate candidate)
    {
        var gates = candidate.OpenGates.Where(gate => Holds(plan, round, gate)).ToList();
        var state = gates.Count > 0 ? NomineeState.Held
            : !IsAtLeast(plan, candidate.Band, round.LeastBand) ? NomineeState.BelowBand
            : candidate.Floor is null ? NomineeState.NoFloor
            : NomineeState.Proposed;
        return new(candidate, state, TieBreak.Of(candidate), null, gates);
    }

    /// <summary>All that are equal stand on the same side of the line, or on it.</summary>
    private static NomineeState AtLine(int? places, List<Nominee> eligible, TieBreak key)
    {
        if (places is not { } most)
        {
            return NomineeState.QuotaUnknown;
        }

        var before = eligible.Count(other => other.Key < key);
        var with = eligible.Count(other => other.Key <= key);
        return with <= most ? NomineeState.Proposed : before >= most ? NomineeState.BeyondQuota : NomineeState.Tied;
    }

    /// <summary>A round that names no gates waits for all of them.</summary>
    private static bool Holds(Plan plan, AwardRound round, string gate) =>
        round.Gates.Count == 0
        || round.Gates.Contains(gate, StringComparer.Ordinal)
        || plan.Consequences.Any(consequence => consequence.Gate == gate && consequence.Kind is ConsequenceKind.Hold or ConsequenceKind.Disqualify);

    private static bool IsAtLeast(Plan plan, string? band, string? least)
    {
        if (least is null)
        {
            return true;
        }

        var order = plan.Bands.Select(known => known.Id).ToList();
        return band is not null && order.IndexOf(band) is >= 0 and var place && place <= order.IndexOf(least);
    }
}
