namespace EmulationPlatform.Scoring.Plans;

/// <summary>Award forms and rounds.</summary>
internal static class AwardReader
{
    private static readonly IReadOnlyList<string> Subjects = ["unit", "person"];
    private static readonly IReadOnlyList<string> Times = ["every", "year", "any"];

    public static (IReadOnlyList<AwardForm> Forms, IReadOnlyList<AwardRound> Rounds) Read(PlanSection plan, PlanFrame frame)
    {
        if (plan.SectionIfAny("awards", "{ forms: [ … ], rounds: [ … ] }") is not { } section)
        {
            return ([], []);
        }

        var forms = section.SectionsIfAny("forms", "{ id: gk-gds, name: { vi: …, en: … } }").Select(entry => Form(entry, frame)).ToList();
        var rounds = section.SectionsIfAny("rounds", "id: hang-nam").Select(entry => Round(entry, frame)).ToList();
        section.Close();
        return (forms, rounds);
    }

    private static AwardForm Form(PlanSection section, PlanFrame frame)
    {
        var id = frame.Index.Declare(section, EntryKind.AwardForm, IdShape.Plain("gk-gds"));
        var name = section.Names("name");
        var subjects = section.Items("subjects", "for example 'subjects: [unit, person]'", least: 1).OfType<PlanNode.Word>().ToList();
        foreach (var subject in subjects.Where(word => !Subjects.Contains(word.Text)))
        {
            section.Problems.Error(subject.At, $"'{subject.Text}' is no subject of an award; write one of {string.Join(", ", Subjects)}.");
        }

        var form = new AwardForm(
            id,
            name,
            subjects.Exists(word => word.Text == "unit"),
            subjects.Exists(word => word.Text == "person"),
            frame.RoleOrOutsider(section, "proposes"),
            frame.RoleOrOutsider(section, "decides"),
            CitationReader.ReadIfAny(section));
        section.Close();
        return form;
    }

    private static AwardRound Round(PlanSection section, PlanFrame frame)
    {
        var id = frame.Index.Declare(section, EntryKind.AwardRound, IdShape.Plain("hang-nam"));
        var name = section.Names("name");
        var (year, anyTime) = When(section, frame);
        var quotas = section.SectionsIfAny("quotas", "{ forms: [gk-gds], most: 5 }").Select(entry => QuotaReader.Read(entry, frame)).ToList();
        var gates = frame.Index.ReferAll(section, "gates", IdShape.Entry("S0-47"), EntryKind.Gate);
        string? least = null;
        if (section.SectionIfAny("least", "{ band: tot }") is { } lowest)
        {
            least = frame.Index.Refer(lowest, "band", BandReader.BandId, EntryKind.Band);
            lowest.Close();
        }

        var round = new AwardRound(id, name, year, anyTime, quotas, gates, least, CitationReader.Rows(section));
        section.Close();
        return round;
    }

    private static (int? Year, bool AnyTime) When(PlanSection round, PlanFrame frame)
    {
        if (round.Section("when", "{ every: year }") is not { } section)
        {
            return default;
        }

        var written = Times.Where(section.Has).ToList();
        var year = written is ["year"] ? section.Year("year", "2027") : null;
        var anyTime = written is ["any"] && section.OneOf("any", ["true"]) is not null;
        if (written is ["every"])
        {
            section.OneOf("every", ["year"]);
        }

        if (written.Count != 1)
        {
            section.Problems.Error(section.Start, "A round has one time; write one of { every: year }, { year: 2027 }, { any: true }.");
        }

        section.Close();
        frame.Span.WarnOutside(section, "year", year);
        return (year, anyTime);
    }
}
