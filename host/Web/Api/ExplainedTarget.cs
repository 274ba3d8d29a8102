using EmulationPlatform.Scoring.Explaining;

namespace EmulationPlatform.Web.Api;

/// <summary>A target's points on some board, of a unit or of the agency, with their explanation.</summary>
/// <param name="Card">The unit's; null for the agency.</param>
internal sealed record ExplainedTarget(LocalizedText Name, Scorecard? Card, Explanation Explanation)
{
    /// <summary>The agency itself in an address; no unit has this id.</summary>
    public const string Organisation = "organisation";

    /// <returns>Null when the board has no such unit or target.</returns>
    public static ExplainedTarget? Find(ScoreboardView board, string unit, string target, Agency agency)
    {
        if (unit == Organisation)
        {
            return board.Organisation.Targets.FirstOrDefault(known => known.Target.Id == target) is { } whole
                ? new(board.Plan.Agency, null, agency.Movement.Explain(board, whole))
                : null;
        }

        var row = board.Units.FirstOrDefault(known => known.Unit == unit);
        return row?.Card.Targets.FirstOrDefault(known => known.Target.Id == target) is { } score
            ? new(row.Name, row.Card, agency.Movement.Explain(board, row.Card, score))
            : null;
    }
}
