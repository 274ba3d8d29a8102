using EmulationPlatform.Scoring.Rules;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>Targets of a plan file.</summary>
internal static class TargetReader
{
    private static readonly IdShape Shape = IdShape.Entry("S0-24.electricity");

    public static Target Read(PlanSection section, PlanFrame frame)
    {
        var commitment = section.ChoiceOr("commitment", Commitment.Ordinary);
        var id = frame.Index.Declare(section, commitment == Commitment.Gate ? EntryKind.Gate : EntryKind.Target, Shape);
        var level = section.ChoiceOr("level", TargetLevel.Both);
        var cadence = section.ChoiceOr("cadence", Cadence.Day);
        var weight = WeightReader.Read(section, commitment);
        var place = new RulePlace(frame, weight.OutOf, Depth: 1);
        var (rule, open) = RuleOrOpenPoint(section, id, place);
        var (fresh, declaredFresh) = FreshnessReader.Read(section, cadence);
        var target = new Target
        {
            Id = id,
            Name = section.Names("name"),
            Citation = CitationReader.Read(section),
            Rule = rule,
            Open = open,
            Weight = weight.Unit,
            OrganisationWeight = weight.Organisation,
            Commitment = commitment,
            Level = level,
            Organisation = section.ChoiceOr("organisation", level == TargetLevel.Organisation ? OrganisationView.Own : OrganisationView.ShareOfUnits),
            Cadence = cadence,
            Freshness = fresh,
            DeclaredFreshness = declaredFresh,
            Pillar = frame.Index.ReferIfAny(section, "pillar", IdShape.Plain("so"), EntryKind.Pillar),
            Effort = section.ChoiceOr("effort", Effort.Medium),
            FullWhenNotApplicable = section.Has("whenNotApplicable") && section.OneOf("whenNotApplicable", ["leaveOut", "full"]) is "full",
            Approved = Approved(section),
            Population = CoverageReader.Population(section),
            Exclusions = section.NamesList("exclusions"),
            Scope = CoverageReader.Scope(section, frame),
            Exemptions = CoverageReader.Exemptions(section, frame),
        };
        section.Close();
        return target;
    }

    private static (Rule? Rule, Decision? Open) RuleOrOpenPoint(PlanSection section, string id, RulePlace place)
    {
        var hasRule = section.Has("rule");
        var isOpen = section.Has("needsDecision");
        if (hasRule == isOpen)
        {
            section.Problems.Error(
                hasRule ? section.KeyAt("needsDecision") : section.Start,
                hasRule
                    ? "The target has both a rule and 'needsDecision'; keep the rule when the plan says enough, else the open point."
                    : "The target has neither a rule nor an open point; add for example 'rule: { kind: yesNo, of: … }' or 'needsDecision'.");
        }

        return (hasRule ? RuleReader.Read(section, place) : null, isOpen ? DecisionReader.OfTarget(section, id, place) : null);
    }

    private static Approval? Approved(PlanSection target)
    {
        if (target.SectionIfAny("approved", "{ number: 45/QĐ-BQLDA, post: Giám đốc, date: 2026-03-15 }") is not { } section)
        {
            return null;
        }

        var number = section.Text("number", "45/QĐ-BQLDA");
        var post = section.Text("post", "Giám đốc");
        var approval = new Approval(number, post, section.Date("date", "2026-03-15") ?? default);
        section.Close();
        return approval;
    }
}
