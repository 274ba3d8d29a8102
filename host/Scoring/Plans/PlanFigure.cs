using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>A figure that is declared by hand unless a loaded module has an indicator of its id.</summary>
/// <param name="Measure">What is counted, for example <c>hồ sơ</c>; null when the form says it.</param>
/// <param name="Stages">For <see cref="FigureForm.Stage"/>: from nothing to done.</param>
/// <param name="ValidMonths">For <see cref="FigureForm.YesNo"/>: age at which evidence is stale.</param>
/// <param name="GraceDays">For <see cref="FigureForm.YesNo"/>: days after which stale evidence counts as no.</param>
public sealed record PlanFigure(
    string Id, FigureForm Form, LocalizedText Name, LocalizedText? Measure, IReadOnlyList<LocalizedText> Stages, int ValidMonths, int GraceDays)
{
    /// <summary>A report's figure is called so, with the id of its duty behind.</summary>
    public const string ReportPrefix = "host.report-";

    /// <summary>The duty that a report is about; null for other figures.</summary>
    public Duty? DutyOf(Plan plan) => Form == FigureForm.Submission && Id.StartsWith(ReportPrefix, StringComparison.Ordinal)
        ? plan.Duties.FirstOrDefault(duty => duty.Id == Id[ReportPrefix.Length..])
        : null;
}
