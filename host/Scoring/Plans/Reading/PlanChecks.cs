namespace EmulationPlatform.Scoring.Plans;

/// <summary>What can be checked only when the whole plan is read.</summary>
internal static class PlanChecks
{
    public static void Check(PlanSection section, PlanFrame frame, Plan plan)
    {
        frame.Rules.Check(plan.Figures);
        CheckSubmissions(section.Problems, frame, plan);
        WarnOfIdleGates(section.Problems, frame, plan);
    }

    /// <summary>The day of a report is the day of its duty; without one it would never be due.</summary>
    private static void CheckSubmissions(ProblemList problems, PlanFrame frame, Plan plan)
    {
        foreach (var figure in plan.Figures.Where(figure => figure.Form == FigureForm.Submission && figure.Id.Length > 0 && figure.DutyOf(plan) is null))
        {
            problems.Demand(
                frame.Index.PlaceOf(figure.Id),
                $"No duty belongs to '{figure.Id}', so it would never be due; name it '{PlanFigure.ReportPrefix}' and the id of a duty{Example(plan)}.");
        }
    }

    private static string Example(Plan plan) => plan.Duties.Count > 0 ? $", for example '{PlanFigure.ReportPrefix}{plan.Duties[0].Id}'" : ", and add the duty under 'duties'";

    private static void WarnOfIdleGates(ProblemList problems, PlanFrame frame, Plan plan)
    {
        var used = plan.Consequences.Select(consequence => consequence.Gate)
            .Concat(plan.Decisions.SelectMany(decision => decision.Options).SelectMany(option => option.Consequences).Select(consequence => consequence.Gate))
            .Concat(plan.AwardRounds.SelectMany(round => round.Gates)).ToHashSet(StringComparer.Ordinal);
        foreach (var gate in plan.Targets.Where(target => target.Commitment == Commitment.Gate && target.Id.Length > 0 && !used.Contains(target.Id) && !plan.IsClosed))
        {
            problems.Warning(
                frame.Index.PlaceOf(gate.Id), $"Nothing follows when the gate '{gate.Id}' is open; add for example '{{ gate: {gate.Id}, then: hold }}' under 'consequences'.");
        }
    }
}
