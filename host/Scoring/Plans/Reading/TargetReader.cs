namespace EmulationPlatform.Scoring.Plans;

/// <summary>Targets of a plan file.</summary>
internal static class TargetReader
{
    private const decimal DefaultFreshHours = 26m;

    /// <returns>Null when a number or rule is missing or wrong.</returns>
    public static Target? Read(PlanSection section)
    {
        var id = section.Id("id", IdShape.Target);
        var name = section.Names("name");
        var quote = section.Text("quote", "\"100% các phòng … tiết kiệm điện, nước.\"");
        var place = section.Text("section", "III.2.d");
        var indicator = section.Id("indicator", IdShape.Indicator);
        var weight = section.Number("weight", NumberRange.Over(0, 100), "4");
        var freshHours = section.Has("freshForHours") ? section.Number("freshForHours", NumberRange.Over(0, 8_784), "26") : DefaultFreshHours;
        var rule = RuleReader.Read(section, "defaultRule");
        var approved = section.Has("approved") ? Approved(section) : null;
        section.Close();
        return weight is null || freshHours is null || rule is null ? null : new Target
        {
            Id = id,
            Name = name,
            Quote = quote,
            Section = place,
            Indicator = indicator,
            Weight = weight.Value,
            DefaultRule = rule,
            Approved = approved,
            Freshness = TimeSpan.FromHours((double)freshHours.Value),
        };
    }

    private static ApprovedRule? Approved(PlanSection target)
    {
        if (target.Section("approved", "{ number: 45/QĐ-BQLDA, post: Giám đốc, date: 2026-03-15, rule: … }") is not { } section)
        {
            return null;
        }

        var number = section.Text("number", "45/QĐ-BQLDA");
        var post = section.Text("post", "Giám đốc");
        var date = section.Date("date", "2026-03-15");
        var rule = RuleReader.Read(section, "rule");
        section.Close();
        return rule is null || date is null ? null : new(rule, number, post, date.Value);
    }
}
