using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Whom and when a part of a rule is for.</summary>
internal static class ConditionReader
{
    public static Condition? Read(PlanSection part, PlanFrame frame)
    {
        if (part.SectionIfAny("when", "{ groups: [nhom-a] }") is not { } section)
        {
            return null;
        }

        var groups = frame.Index.ReferAll(section, "groups", IdShape.Plain("nhom-a"), EntryKind.Group);
        var (from, to) = Years(section);
        var level = section.Has("level") ? section.OneOf("level", ["unit", "organisation"]) : null;
        section.Close();
        return new(groups, from, to, level switch
        {
            "unit" => TargetLevel.Unit,
            "organisation" => TargetLevel.Organisation,
            _ => null,
        });
    }

    private static (int? From, int? To) Years(PlanSection when)
    {
        if (when.SectionIfAny("years", "{ from: 2028, to: 2030 }") is not { } years)
        {
            return default;
        }

        var from = years.YearIfAny("from", "2028");
        var to = years.YearIfAny("to", "2030");
        years.Close();
        if (to < from)
        {
            years.Error("to", $"'to' is {to}; write the last year, {from} or later.");
        }

        return (from, to);
    }
}
