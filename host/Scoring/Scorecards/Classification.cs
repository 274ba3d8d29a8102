using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Scorecards;

/// <summary>From a score to a band: thresholds first, then what bands need, then what open gates do.</summary>
public static class Classification
{
    /// <summary>Why a band is not the one the score alone would give.</summary>
    public enum RemarkKind
    {
        CommittedMissed,
        PillarMissed,
        TargetMissed,
        GateOpen,
        Disqualified,
    }

    internal static (Band? Band, IReadOnlyList<Remark> Remarks) Of(Plan plan, decimal? score, decimal? coverage, IReadOnlyList<TargetScore> targets)
    {
        if (score is null || !(coverage >= plan.Ranking.Coverage))
        {
            return (null, []);
        }

        var remarks = new List<Remark>();
        var index = ByScore(plan, score.Value);
        while (index < plan.Bands.Count && Missed(plan.Bands[index].Needs, targets) is { } missed)
        {
            remarks.Add(missed with { Band = plan.Bands[index].Id });
            index++;
        }

        foreach (var consequence in plan.Consequences.Where(consequence => targets.Any(target => target.IsOpenGate && target.Target.Id == consequence.Gate)))
        {
            index = After(plan, consequence, index, remarks);
        }

        return (index < plan.Bands.Count ? plan.Bands[index] : null, remarks);
    }

    private static int ByScore(Plan plan, decimal score)
    {
        for (var index = 0; index < plan.Bands.Count; index++)
        {
            var band = plan.Bands[index];
            if (score >= band.From && !(score >= band.To))
            {
                return index;
            }
        }

        return plan.Bands.Count;
    }

    private static Remark? Missed(BandNeeds? needs, IReadOnlyList<TargetScore> targets)
    {
        if (needs is null)
        {
            return null;
        }

        if (targets.FirstOrDefault(target => target.Target.Commitment == Commitment.Committed && target.IsDue && target.Attainment < needs.Committed) is { } committed)
        {
            return new(RemarkKind.CommittedMissed, committed.Target.Id, "");
        }

        if (needs.Targets.FirstOrDefault(need => targets.Any(target => target.Target.Id == need.Key && target.IsDue && target.Attainment < need.Value)) is { Key: { } id })
        {
            return new(RemarkKind.TargetMissed, id, "");
        }

        return needs.Pillars.FirstOrDefault(need => PillarAttainment(targets, need.Key) < need.Value) is { Key: { } pillar } ? new(RemarkKind.PillarMissed, pillar, "") : null;
    }

    /// <returns>Null while nothing of the pillar is measured.</returns>
    private static decimal? PillarAttainment(IReadOnlyList<TargetScore> targets, string pillar) =>
        SheetTotals.Of(targets.Where(target => target.Target.Pillar == pillar)).Score / 100m;

    private static int After(Plan plan, Consequence consequence, int index, List<Remark> remarks)
    {
        switch (consequence.Kind)
        {
            case ConsequenceKind.Disqualify:
                remarks.Add(new(RemarkKind.Disqualified, consequence.Gate, ""));
                return plan.Bands.Count;
            case ConsequenceKind.Down when index < plan.Bands.Count:
                remarks.Add(new(RemarkKind.GateOpen, consequence.Gate, plan.Bands[index].Id));
                return Math.Min(index + consequence.Steps, plan.Bands.Count - 1);
            case ConsequenceKind.AtMost when plan.Bands.Select(band => band.Id).ToList().IndexOf(consequence.Band ?? "") is var most && most > index:
                remarks.Add(new(RemarkKind.GateOpen, consequence.Gate, plan.Bands[index].Id));
                return most;
            default:
                return index;
        }
    }

    /// <param name="Subject">Id of the target, gate or pillar that is the reason.</param>
    /// <param name="Band">Band that is lost by it; empty for all.</param>
    public sealed record Remark(RemarkKind Kind, string Subject, string Band);
}
