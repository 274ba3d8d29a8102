using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>Which rows of its document a plan names, and where.</summary>
internal static class PlanRows
{
    /// <summary>Every citation of a plan with the kind of entry it stands in.</summary>
    public static IEnumerable<(string Entry, Citation Citation)> Citations(Plan plan) =>
    [
        .. plan.Targets.Select(target => (target.Commitment == Commitment.Gate ? "gate" : "target", target.Citation)),
        .. plan.Duties.Select(duty => ("duty", duty.Citation)),
        .. plan.Tasks.Select(task => ("task", task.Citation)),
        .. plan.Phases.Select(phase => ("phase", phase.Citation)),
        .. plan.Reviews.Select(review => ("review", review.Citation)),
        .. plan.Roles.Select(role => ("role", role.Citation)),
        .. plan.LegalBases.Select(basis => ("legal basis", basis.Citation)),
        .. plan.AwardForms.Select(form => ("award", form.Citation)),
        .. plan.AwardRounds.SelectMany(round => round.Quotas).Select(quota => ("quota", quota.Citation)),
        .. plan.AwardRounds.Select(round => ("award", new Citation("", "", round.Rows))),
        .. plan.Context.Select(row => ("context", row.Citation)),
        ("document", new Citation("", "", [.. plan.Document?.Rows ?? [], .. plan.Document?.Recipients.SelectMany(recipient => recipient.Rows) ?? []])),
        .. plan.Terms.Select(term => ("term", new Citation("", "", term.Rows))),
    ];

    public static IReadOnlySet<string> Named(Plan plan) => Citations(plan).SelectMany(citation => citation.Citation.Rows).ToHashSet(StringComparer.Ordinal);
}
