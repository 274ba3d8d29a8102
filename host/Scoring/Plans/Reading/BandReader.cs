namespace EmulationPlatform.Scoring.Plans;

/// <summary>Bands, ranking, bonus, and what open gates do.</summary>
internal static class BandReader
{
    public static IdShape BandId => IdShape.Plain("tot");

    public static IReadOnlyList<Band> Bands(PlanSection plan, PlanFrame frame)
    {
        var bands = new List<(PlanSection Section, Band Band)>();
        var allBegin = true;
        const string example = "{ id: tot, from: 80, name: { vi: …, en: … } }";
        foreach (var entry in frame.IsClosed ? plan.SectionsIfAny("bands", example) : plan.Sections("bands", example))
        {
            var id = frame.Index.Declare(entry, EntryKind.Band, BandId);
            var from = entry.Number("from", NumberRange.Percent, "80");
            allBegin &= from is not null;
            var to = entry.Has("to") ? entry.Number("to", NumberRange.Over(from ?? 0, 1_000), "90") : null;
            bands.Add((entry, new(id, entry.Names("name"), from ?? 0, to, Needs(entry, frame))));
            entry.Close();
        }

        if (allBegin)
        {
            BandChecks.Check(bands);
        }

        return [.. bands.Select(entry => entry.Band)];
    }

    public static RankingRules Ranking(PlanSection plan)
    {
        var usual = RankingRules.Usual;
        if (plan.SectionIfAny("ranking", "{ coveragePercent: 80 }") is not { } section)
        {
            return usual;
        }

        var coverage = section.Has("coveragePercent") ? section.Percent("coveragePercent", NumberRange.Percent, "80") : null;
        var frozen = section.Has("frozenCoveragePercent") ? section.Percent("frozenCoveragePercent", NumberRange.Percent, "95") : null;
        var days = section.WholeNumberOr("days", usual.Days, 0, 366);
        section.Close();
        return new(coverage ?? usual.Coverage, frozen ?? usual.FrozenCoverage, days);
    }

    /// <returns>Null when the plan does not say.</returns>
    public static decimal? MostBonus(PlanSection plan)
    {
        if (plan.SectionIfAny("bonus", "{ most: 5 }") is not { } section)
        {
            return null;
        }

        var most = section.Number("most", NumberRange.Percent, "5");
        section.Close();
        return most;
    }

    public static IReadOnlyList<Consequence> Consequences(PlanSection plan, PlanFrame frame)
    {
        var consequences = new List<Consequence>();
        foreach (var entry in plan.SectionsIfAny("consequences", "{ gate: S0-47, then: hold }"))
        {
            var gate = frame.Index.Refer(entry, "gate", IdShape.Entry("S0-47"), EntryKind.Gate);
            var then = entry.Choice<ConsequenceKind>("then");
            if (then is null)
            {
                entry.MayHave("steps", "band");
            }

            var steps = then == ConsequenceKind.Down ? entry.WholeNumberOr("steps", 1, 1, 10) : 0;
            var band = then == ConsequenceKind.AtMost ? frame.Index.Refer(entry, "band", BandId, EntryKind.Band) : null;
            consequences.Add(new(gate, then ?? default, steps, band));
            entry.Close();
        }

        return consequences;
    }

    private static BandNeeds? Needs(PlanSection band, PlanFrame frame)
    {
        if (band.SectionIfAny("needs", "{ committed: 50% }") is not { } section)
        {
            return null;
        }

        decimal? committed = section.Has("committed") ? section.Share("committed", NumberRange.Share, "50%") : null;
        var needs = new BandNeeds(
            committed,
            Attainments(section, "pillars", "{ attt: 60% }", frame, EntryKind.Pillar),
            Attainments(section, "targets", "{ S0-28: 80% }", frame, EntryKind.Target));
        section.Close();
        return needs;
    }

    private static Dictionary<string, decimal> Attainments(PlanSection needs, string key, string example, PlanFrame frame, EntryKind kind)
    {
        var attainments = new Dictionary<string, decimal>(StringComparer.Ordinal);
        if (needs.SectionIfAny(key, example) is { } section)
        {
            foreach (var id in section.Keys)
            {
                frame.Index.Refer(id, section.KeyAt(id), kind);
                attainments.Add(id, section.Share(id, NumberRange.Share, "60%") ?? 0);
            }
        }

        return attainments;
    }
}
