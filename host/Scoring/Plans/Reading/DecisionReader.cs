using EmulationPlatform.Scoring.Rules;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>What the plan leaves open: points of their own, and points that block one target.</summary>
internal static class DecisionReader
{
    /// <param name="plan">What is read already: targets, duties and tasks.</param>
    public static IReadOnlyList<Decision> Decisions(PlanSection section, PlanFrame frame, Plan plan)
    {
        var decisions = new List<Decision>();
        var reader = new OptionReader(frame, plan.Targets);
        foreach (var entry in section.SectionsIfAny("decisions", "id: trong-so"))
        {
            var decision = Head(entry, EntryKind.Decision, frame);
            var blocks = frame.Index.ReferAll(
                entry, "blocks", IdShape.Entry("bao-cao-nam"), EntryKind.Duty, EntryKind.Target, EntryKind.Gate, EntryKind.Task);
            var options = Options(entry, reader.Read);
            decision = decision with { Blocks = blocks, Options = options, InForce = InForce(entry, options) };
            DecisionChecks.CheckEffects(entry, options, entry.TrueOrFalse("recordOnly"), Waits(plan, decision.Id));
            DecisionChecks.CheckAgainst(entry, decision, decisions);
            if (!plan.IsClosed && !entry.Problems.HasErrors)
            {
                DecisionChecks.CheckSums(entry, decision, plan.Targets);
            }

            decisions.Add(decision);
            entry.Close();
        }

        return decisions;
    }

    /// <summary>The open point of a target; each option is a rule.</summary>
    public static Decision? OfTarget(PlanSection target, string id, RulePlace place)
    {
        if (target.Section("needsDecision", "{ id: nam-goc, question: { vi: …, en: … }, decides: Office, options: [ … ] }") is not { } section)
        {
            return null;
        }

        var decision = Head(section, EntryKind.RuleDecision, place.Plan);
        var options = Options(section, option => new(
            option.Id("id", OptionId), option.Names("name"), RuleReader.Read(option, place), Due: null));
        section.Close();
        return decision with { Blocks = [id], Options = options };
    }

    internal static IdShape OptionId => IdShape.Plain("nam-2025");

    private static bool Waits(Plan plan, string decision) =>
        plan.Duties.Select(duty => duty.Due).Concat(plan.Tasks.Select(task => task.Due)).Any(due => due is Due.Undecided undecided && undecided.Decision == decision);

    private static Decision Head(PlanSection section, EntryKind kind, PlanFrame frame) => new(
        frame.Index.Declare(section, kind, IdShape.Plain("nam-goc")),
        section.Names("question"),
        section.OneOf("decides", WhoReader.ProductRoles) ?? "",
        Options: [],
        Blocks: [],
        InForce: null,
        CitationReader.Rows(section));

    private static List<DecisionOption> Options(PlanSection decision, Func<PlanSection, DecisionOption> read)
    {
        var options = new List<DecisionOption>();
        foreach (var entry in decision.Sections("options", "{ id: nam-2025, name: { vi: …, en: … } }"))
        {
            var option = read(entry);
            entry.Close();
            if (option.Id.Length > 0 && options.Exists(other => other.Id == option.Id))
            {
                entry.Error("id", $"Another option has the id '{option.Id}' already; give each its own.");
            }

            options.Add(option);
        }

        return options;
    }

    private static string? InForce(PlanSection decision, List<DecisionOption> options)
    {
        if (!decision.Has("inForce"))
        {
            return null;
        }

        var id = decision.Id("inForce", OptionId);
        if (id.Length > 0 && options.Count > 0 && !options.Exists(option => option.Id == id))
        {
            decision.Error("inForce", $"'{id}' is none of the options; write one of {string.Join(", ", options.Select(option => option.Id))}, or null.");
        }

        return id;
    }
}
