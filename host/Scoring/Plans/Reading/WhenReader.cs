namespace EmulationPlatform.Scoring.Plans;

/// <summary>Phases, reviews, duties and tasks.</summary>
internal static class WhenReader
{
    public static IReadOnlyList<Phase> Phases(PlanSection plan, PlanFrame frame)
    {
        var phases = new List<(PlanSection Entry, Phase Phase)>();
        foreach (var entry in plan.SectionsIfAny("phases", "{ id: gd-1, from: 2026-01-01, to: 2027-12-31 }"))
        {
            var id = frame.Index.Declare(entry, EntryKind.Phase, IdShape.Entry("gd-1"));
            var from = entry.Date("from", "2026-01-01");
            var to = entry.Date("to", "2027-12-31");
            if (to < from)
            {
                entry.Error("to", SectionNumbers.Invariant($"'to' is {to:yyyy-MM-dd}; write the last day of the phase, {from:yyyy-MM-dd} or later."));
            }

            frame.Span.WarnOutside(entry, "from", from);
            frame.Span.WarnOutside(entry, "to", to);
            phases.Add((entry, new(id, entry.Names("name"), from ?? default, to ?? default, CitationReader.ReadIfAny(entry))));
            entry.Close();
        }

        // Only now: a phase is measured by the plan's years, not by the phases before it.
        phases.ForEach(entry => frame.Span.AddPhase(entry.Phase.From, entry.Phase.To));
        return [.. phases.Select(entry => entry.Phase)];
    }

    public static IReadOnlyList<Review> Reviews(PlanSection plan, PlanFrame frame)
    {
        var reviews = new List<Review>();
        foreach (var entry in plan.SectionsIfAny("reviews", "{ id: so-ket, kind: interim, year: 2027 }"))
        {
            var id = frame.Index.Declare(entry, EntryKind.Review, IdShape.Entry("so-ket"));
            var isFinal = entry.OneOf("kind", ["interim", "final"]) is "final";
            var year = entry.Year("year", "2027");
            int? quarter = entry.Has("quarter") ? entry.WholeNumber("quarter", 1, 4, "4") : null;
            frame.Span.WarnOfReview(entry, year, quarter);
            reviews.Add(new(id, isFinal, year ?? 0, quarter, entry.Names("name"), CitationReader.ReadIfAny(entry)));
            entry.Close();
        }

        return reviews;
    }

    public static IReadOnlyList<Duty> Duties(PlanSection plan, PlanFrame frame)
    {
        var duties = new List<Duty>();
        foreach (var entry in plan.SectionsIfAny("duties", "id: bao-cao-nam"))
        {
            var id = frame.Index.Declare(entry, EntryKind.Duty, IdShape.Entry("bao-cao-nam"));
            var name = entry.Names("name");
            var owedBy = frame.OwedBy(entry);
            var to = frame.RoleOrOutsider(entry, "to");
            var due = DueReader.Read(entry, frame);
            duties.Add(new(id, name, owedBy, to, due ?? new Due.Quarterly(0), CitationReader.ReadIfAny(entry)));
            entry.Close();
        }

        return duties;
    }

    /// <summary>The duty with which units hand in what they declare.</summary>
    public static string DeclareWith(PlanSection plan, IReadOnlyList<Duty> duties, PlanFrame frame)
    {
        var id = frame.Index.ReferIfAny(plan, "declareWith", IdShape.Entry("bao-cao-nam"), EntryKind.Duty);
        if (duties.FirstOrDefault(duty => duty.Id == id) is { Due: Due.Once })
        {
            plan.Error("declareWith", $"'{id}' comes once, but figures are declared in every period; name a duty that comes every year, quarter or month.");
        }

        return id;
    }

    public static IReadOnlyList<PlanTask> Tasks(PlanSection plan, PlanFrame frame)
    {
        var tasks = new List<PlanTask>();
        foreach (var entry in plan.SectionsIfAny("tasks", "id: T-53"))
        {
            var id = frame.Index.Declare(entry, EntryKind.Task, IdShape.Entry("T-53"));
            var name = entry.Names("name");
            var owedBy = frame.OwedBy(entry);
            var pillar = frame.Index.ReferIfAny(entry, "pillar", IdShape.Plain("so"), EntryKind.Pillar);
            var measuredBy = frame.Index.ReferAll(entry, "measuredBy", IdShape.Entry("S0-16"), EntryKind.Target, EntryKind.Gate);
            var due = entry.Has("due") ? DueReader.Read(entry, frame) : null;
            tasks.Add(new(id, name, owedBy, pillar, measuredBy, due, CitationReader.ReadIfAny(entry)));
            entry.Close();
        }

        return tasks;
    }
}
