namespace EmulationPlatform.Scoring.Plans;

/// <summary>The document a plan was published as, what it rests on, and what it says beside its demands.</summary>
internal static class SourceReader
{
    public static PlanDocument? Document(PlanSection plan)
    {
        if (plan.SectionIfAny("document", "{ number: 12/KH-VD, date: 2026-03-05 }") is not { } section)
        {
            return null;
        }

        var document = new PlanDocument(
            section.TextIfAny("number", "12/KH-VD"),
            section.DateIfAny("date", "2026-03-05"),
            section.TextIfAny("place", "Quảng Ngãi"),
            section.TextIfAny("signer", "Giám đốc"),
            CitationReader.Rows(section),
            [.. section.SectionsIfAny("recipients", "{ to: Như trên, rows: [X-91] }").Select(Recipient)]);
        section.Close();
        return document;
    }

    public static IReadOnlyList<LegalBasis> LegalBases(PlanSection plan, PlanFrame frame)
    {
        var bases = new List<LegalBasis>();
        foreach (var entry in plan.SectionsIfAny("legalBases", "{ id: nq-57, number: 57-NQ/TW }"))
        {
            bases.Add(new(
                frame.Index.Declare(entry, EntryKind.LegalBasis, IdShape.Entry("nq-57")),
                entry.Text("number", "57-NQ/TW"),
                entry.DateIfAny("date", "2024-12-22"),
                entry.TextIfAny("issuer", "Bộ Chính trị"),
                entry.DateIfAny("from", "2024-12-22"),
                entry.DateIfAny("until", "2030-12-31"),
                CitationReader.ReadIfAny(entry)));
            entry.Close();
        }

        return bases;
    }

    public static IReadOnlyList<ObsoleteTerm> Terms(PlanSection plan)
    {
        var terms = new List<ObsoleteTerm>();
        foreach (var entry in plan.SectionsIfAny("terms", "{ term: mức độ 4, now: { vi: …, en: … } }"))
        {
            terms.Add(new(entry.Text("term", "mức độ 4"), entry.Names("now"), CitationReader.Rows(entry)));
            entry.Close();
        }

        return terms;
    }

    public static IReadOnlyList<ContextRow> Context(PlanSection plan, PlanFrame frame)
    {
        var rows = new List<ContextRow>();
        foreach (var entry in plan.SectionsIfAny("context", "{ rows: [S0-01], kind: metadata, note: { vi: …, en: … } }"))
        {
            var kind = entry.Choice<ContextKind>("kind");
            var see = frame.Index.ReferIfAny(entry, "see", IdShape.Entry("S0-23"));
            rows.Add(new(kind ?? default, entry.Names("note"), see.Length == 0 ? null : see, CitationReader.ReadIfAny(entry)));
            entry.Close();
        }

        return rows;
    }

    private static PlanDocument.Recipient Recipient(PlanSection section)
    {
        var recipient = new PlanDocument.Recipient(section.Text("to", "Như trên"), CitationReader.Rows(section));
        section.Close();
        return recipient;
    }
}
