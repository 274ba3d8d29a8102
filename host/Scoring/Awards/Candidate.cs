using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Awards;

/// <summary>Somebody who may be proposed, with everything that decides between equals (scoring §6).</summary>
/// <param name="Subject">Id of a unit or a person.</param>
/// <param name="Band">Null when it has none.</param>
/// <param name="Floor">0 to 100; awards go by it, never by the score. Null when nothing is due.</param>
/// <param name="Coverage">0 to 1.</param>
/// <param name="VerifiedShare">0 to 1: part of the measured weight that an instrument read or somebody else verified.</param>
/// <param name="OpenCritical">Open critical security items.</param>
/// <param name="OpenGates">Ids of gates that are open.</param>
public sealed record Candidate(
    string Subject, string Group, string? Band, decimal? Floor, decimal? Coverage, decimal VerifiedShare, int OpenCritical, IReadOnlyList<string> OpenGates)
{
    public static Candidate Of(string group, Scorecard card, int openCritical) => new(
        card.Unit, group, card.Band?.Id, card.Floor, card.Coverage, VerifiedShareOf(card), openCritical,
        [.. card.Targets.Where(target => target.IsOpenGate).Select(target => target.Target.Id)]);

    private static decimal VerifiedShareOf(Scorecard card)
    {
        var measured = card.Targets.Where(target => target is { IsDue: true, Target.IsScored: true, Attainment: not null }).ToList();
        var weight = measured.Sum(target => target.Weight * target.DueShare);
        var verified = measured.Where(target => target.State is DataState.Verified or DataState.Measured).Sum(target => target.Weight * target.DueShare);
        return weight > 0m ? verified / weight : 0m;
    }
}
