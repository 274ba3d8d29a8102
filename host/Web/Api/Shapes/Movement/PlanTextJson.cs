using System.ComponentModel;
using EmulationPlatform.Scoring.Explaining;
using EmulationPlatform.Units.Movement;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>A plan as its readers know it, with what is measured of it.</summary>
public sealed record PlanTextJson(
    string Id,
    int Version,
    bool Closed,
    LocalizedText Name,
    LocalizedText Agency,
    int FirstYear,
    int LastYear,
    IReadOnlyList<PlanTextJson.Named> Groups,
    IReadOnlyList<PlanTextJson.Named> Pillars,
    IReadOnlyList<PlanTextJson.BandOf> Bands,
    IReadOnlyList<PlanTextJson.TargetOf> Targets,
    IReadOnlyList<OpenPointJson> OpenPoints,
    IReadOnlyList<PlanTextJson.DutyOf> Duties,
    IReadOnlyList<PlanTextJson.TaskOf> Tasks,
    IReadOnlyList<PlanTextJson.PhaseOf> Phases,
    IReadOnlyList<PlanTextJson.ReviewOf> Reviews,
    IReadOnlyList<PlanTextJson.BasisOf> LegalBases,
    IReadOnlyList<PlanTextJson.ContextOf> Context,
    IReadOnlyList<PlanTextJson.TermOf> Terms)
{
    public static PlanTextJson Of(Plan plan, PlanBook book, AgencyCalendar calendar, int year) => new(
        plan.Id,
        plan.Version,
        plan.IsClosed,
        plan.Name,
        plan.Agency,
        plan.FirstYear,
        plan.LastYear,
        [.. plan.Groups.Select(group => new Named(group.Id, group.Name))],
        [.. plan.Pillars.Select(pillar => new Named(pillar.Id, pillar.Name))],
        [.. plan.Bands.Select(band => new BandOf(band.Id, band.Name, band.From, band.To))],
        [.. plan.Targets.Select(target => TargetOf.Of(target, year))],
        [.. Scoring.Plans.OpenPoints.Of(plan).Select(open => OpenPointJson.Of(open, book, calendar))],
        [.. plan.Duties.Select(duty => new DutyOf(duty.Id, duty.Name, duty.OwedBy, duty.To, Scoring.Calendar.DueDates.Of(duty.Due, year), CitationJson.Of(duty.Citation)))],
        [.. plan.Tasks.Select(task => new TaskOf(task.Id, task.Name, task.OwedBy, task.Pillar, task.MeasuredBy, CitationJson.Of(task.Citation)))],
        [.. plan.Phases.Select(phase => new PhaseOf(phase.Id, phase.Name, phase.From, phase.To, CitationJson.Of(phase.Citation)))],
        [.. plan.Reviews.Select(review => new ReviewOf(review.Id, review.Name, review.IsFinal, review.Year, CitationJson.Of(review.Citation)))],
        [.. plan.LegalBases.Select(basis => new BasisOf(basis.Id, basis.Number, basis.Date, basis.Issuer, basis.From, basis.Until, CitationJson.Of(basis.Citation)))],
        [.. plan.Context.Select(row => new ContextOf(row.Kind, row.Note, row.See, CitationJson.Of(row.Citation)))],
        [.. plan.Terms.Select(term => new TermOf(term.Term, term.Now, term.Rows))]);

    public sealed record Named(string Id, LocalizedText Name);

    public sealed record BandOf(string Id, LocalizedText Name, decimal From, decimal? To);

    /// <param name="Formula">In words; null while the plan leaves the rule open.</param>
    public sealed record TargetOf(
        string Id, LocalizedText Name, string Pillar, TargetLevel Level, Commitment Commitment, decimal Weight, decimal OrganisationWeight, LocalizedText? Formula,
        IReadOnlyList<string> Figures, ApprovalJson? Approved, CitationJson Citation)
    {
        public static TargetOf Of(Target target, int year) => new(
            target.Id, target.Name, target.Pillar, target.Level, target.Commitment, target.Weight, target.OrganisationWeight,
            target.Rule is { } rule ? RuleText.Of(rule, year) : null, target.Rule?.Indicators ?? [],
            target.Approved is { } approved ? new(approved.Number, approved.Post, approved.On) : null, CitationJson.Of(target.Citation));
    }

    /// <param name="Due">Last days in time of the year; none while a decision is missing.</param>
    public sealed record DutyOf(string Id, LocalizedText Name, string OwedBy, string To, [property: Description("Last days that are in time.")] IReadOnlyList<DateOnly> Due, CitationJson Citation);

    public sealed record TaskOf(string Id, LocalizedText Name, string OwedBy, string Pillar, IReadOnlyList<string> MeasuredBy, CitationJson Citation);

    public sealed record PhaseOf(string Id, LocalizedText Name, DateOnly From, DateOnly To, CitationJson Citation);

    public sealed record ReviewOf(string Id, LocalizedText Name, bool Final, int Year, CitationJson Citation);

    public sealed record BasisOf(string Id, string Number, DateOnly? Date, string Issuer, DateOnly? From, DateOnly? Until, CitationJson Citation);

    public sealed record ContextOf(ContextKind Kind, LocalizedText Note, string? See, CitationJson Citation);

    public sealed record TermOf(string Term, LocalizedText Now, IReadOnlyList<string> Rows);
}
