namespace EmulationPlatform.Scoring.Plans;

/// <summary>Groups, pillars and roles.</summary>
internal static class WhoReader
{
    private const int MostPeople = 10_000_000;

    /// <summary>Roles of the product; a plan cannot add any.</summary>
    public static IReadOnlyList<string> ProductRoles { get; } = ["Viewer", "UnitHead", "Facilities", "ItAdmin", "Office", "Council", "Admin"];

    public static IReadOnlyList<PeerGroup> Groups(PlanSection plan, PlanFrame frame)
    {
        var groups = new List<PeerGroup>();
        const string example = "{ id: nhom-a, name: { vi: …, en: … } }";
        foreach (var entry in frame.IsClosed ? plan.SectionsIfAny("groups", example) : plan.Sections("groups", example))
        {
            var id = frame.Index.Declare(entry, EntryKind.Group, IdShape.Plain("nhom-a"));
            var (from, to) = People(entry);
            groups.Add(new(id, entry.Names("name"), from, to));
            entry.Close();
        }

        return groups;
    }

    public static IReadOnlyList<Pillar> Pillars(PlanSection plan, PlanFrame frame)
    {
        var pillars = new List<Pillar>();
        foreach (var entry in plan.SectionsIfAny("pillars", "{ id: so, name: { vi: …, en: … } }"))
        {
            pillars.Add(new(frame.Index.Declare(entry, EntryKind.Pillar, IdShape.Plain("so")), entry.Names("name")));
            entry.Close();
        }

        return pillars;
    }

    public static IReadOnlyList<PlanRole> Roles(PlanSection plan, PlanFrame frame)
    {
        var roles = new List<PlanRole>();
        foreach (var entry in plan.SectionsIfAny("roles", "{ id: van-phong, role: Office, name: { vi: …, en: … } }"))
        {
            var id = frame.Index.Declare(entry, EntryKind.Role, PlanFrame.RoleId);
            if (id == Duty.Units)
            {
                entry.Error("id", $"'{Duty.Units}' means all units in 'owedBy'; give the role another id.");
            }

            roles.Add(new(id, entry.OneOf("role", ProductRoles) ?? "", entry.Names("name"), CitationReader.ReadIfAny(entry)));
            entry.Close();
        }

        return roles;
    }

    private static (int? From, int? To) People(PlanSection group)
    {
        if (group.SectionIfAny("people", "{ from: 11, to: null }") is not { } people)
        {
            return default;
        }

        var from = people.Has("from") ? people.WholeNumber("from", 0, MostPeople, "11") : null;
        var to = people.Has("to") ? people.WholeNumber("to", 0, MostPeople, "10") : null;
        people.Close();
        if (to < from)
        {
            people.Error("to", $"'to' is {to}, below 'from'; write {from} or more, or leave it out.");
        }

        return (from, to);
    }
}
