namespace EmulationPlatform.Scoring.Plans;

/// <summary>Figures that are declared by hand.</summary>
internal static class FigureFormReader
{
    private const int UsualMonths = 12;
    private const int UsualGraceDays = 30;
    private const int LeastStages = 2;

    private static readonly IReadOnlyList<string> Modules = ["digitalization", "green-office", "infosec", "innovation", "host"];

    public static IReadOnlyList<PlanFigure> Read(PlanSection plan, PlanFrame frame)
    {
        var figures = new List<PlanFigure>();
        foreach (var entry in plan.SectionsIfAny("figures", "{ id: digitalization.internal-dossiers, form: ratio, name: { vi: …, en: … } }"))
        {
            // One whose form is not known is an error already, and no rule is compared with it.
            if (Figure(entry, frame) is { } figure)
            {
                figures.Add(figure);
            }

            entry.Close();
        }

        return figures;
    }

    private static PlanFigure? Figure(PlanSection entry, PlanFrame frame)
    {
        var id = frame.Index.Declare(entry, EntryKind.Figure, IdShape.Indicator);
        if (id.Length > 0 && !Modules.Contains(id.Split('.')[0]))
        {
            entry.Error("id", $"'{id.Split('.')[0]}' is no module; begin with one of {string.Join(", ", Modules)}.");
        }

        var form = entry.Choice<FigureForm>("form");
        if (form is null)
        {
            entry.MayHave("stages", "validMonths", "graceDays");
        }

        var name = entry.Names("name");
        var measure = entry.Has("measure") ? entry.Names("measure") : null;
        var stages = form == FigureForm.Stage ? entry.NamesList("stages") : [];
        if (form == FigureForm.Stage && stages.Count < LeastStages)
        {
            entry.Error("stages", "'stages' needs at least two stages, from nothing to done; write 'stages: [ { vi: …, en: … }, { vi: …, en: … } ]'.");
        }

        var isYesNo = form == FigureForm.YesNo;
        var months = isYesNo ? entry.WholeNumberOr("validMonths", UsualMonths, 1, 120) : UsualMonths;
        var grace = isYesNo ? entry.WholeNumberOr("graceDays", UsualGraceDays, 0, 366) : UsualGraceDays;
        return form is null ? null : new(id, form.Value, name, measure, stages, months, grace);
    }
}
