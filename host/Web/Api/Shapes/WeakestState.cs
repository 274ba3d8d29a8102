namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>One state for a whole card, so that its score never looks better founded than it is.</summary>
internal static class WeakestState
{
    // A score can stand on estimated or old figures; what is missing altogether explains why there is none.
    private static readonly DataState[] BehindScore = [DataState.Stale, DataState.SelfDeclared, DataState.Estimated, DataState.Verified, DataState.Measured];

    private static readonly DataState[] WithoutScore =
        [DataState.Failed, DataState.NoBaseline, DataState.NoData, DataState.NeedsDecision, DataState.Stale, DataState.NotDue, DataState.NotApplicable];

    public static DataState Of(Scorecard card)
    {
        var order = card.Score is null ? WithoutScore : BehindScore;
        foreach (var state in order)
        {
            if (card.Targets.Any(target => target.State == state))
            {
                return state;
            }
        }

        return DataState.NoData;
    }
}
