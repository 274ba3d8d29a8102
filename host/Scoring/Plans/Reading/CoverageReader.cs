namespace EmulationPlatform.Scoring.Plans;

/// <summary>Whom a target is for and what it counts.</summary>
internal static class CoverageReader
{
    private static readonly IdShape Unit = IdShape.Plain("doi-1");

    public static Population? Population(PlanSection target)
    {
        if (target.SectionIfAny("population", "{ of: { vi: …, en: … }, staff: [civilServants] }") is not { } section)
        {
            return null;
        }

        var population = new Population(section.Names("of"), Staff(section), section.WholeNumberOr("newStaffDays", 0, 0, 366));
        section.Close();
        return population;
    }

    public static Scope Scope(PlanSection target, PlanFrame frame)
    {
        if (target.SectionIfAny("scope", "{ groups: [nhom-a] }") is not { } section)
        {
            return Plans.Scope.Everybody;
        }

        var scope = new Scope(
            frame.Index.ReferAll(section, "groups", IdShape.Plain("nhom-a"), EntryKind.Group), section.Ids("units", Unit), section.Ids("except", Unit));
        section.Close();
        return scope;
    }

    public static IReadOnlyList<Exemption> Exemptions(PlanSection target, PlanFrame frame)
    {
        var exemptions = new List<Exemption>();
        const string example = "{ unit: doi-1, reason: { vi: …, en: … }, approvedBy: Giám đốc, until: 2027-12-31 }";
        foreach (var entry in target.SectionsIfAny("exemptions", example))
        {
            var until = entry.Date("until", "2027-12-31");
            frame.Span.WarnOutside(entry, "until", until);
            exemptions.Add(new(entry.Id("unit", Unit), entry.Names("reason"), entry.Text("approvedBy", "Giám đốc"), until ?? default));
            entry.Close();
        }

        return exemptions;
    }

    private static List<StaffKind> Staff(PlanSection population)
    {
        const string example = "staff: [civilServants, publicEmployees, contractWorkers]";
        var names = Enum.GetNames<StaffKind>().ToList();
        var staff = new List<StaffKind>();
        foreach (var item in population.Has("staff") ? population.Items("staff", $"for example '{example}'", least: 0) : [])
        {
            var index = item is PlanNode.Word word ? names.FindIndex(name => char.ToLowerInvariant(name[0]) + name[1..] == word.Text) : -1;
            if (index >= 0)
            {
                staff.Add(Enum.GetValues<StaffKind>()[index]);
                continue;
            }

            population.Problems.Error(item.At, $"This is no kind of staff; write some of '{example}'.");
        }

        return staff;
    }
}
