namespace EmulationPlatform.Scoring.Plans;

/// <summary>How many may be proposed.</summary>
internal static class QuotaReader
{
    private const int MostPeople = 1_000_000;
    private const decimal Whole = 100m;

    private static readonly IReadOnlyList<string> Limits = ["most", "percentOfUnits", "percentOfPeople", "percentOfBand", "external"];

    public static AwardQuota Read(PlanSection section, PlanFrame frame)
    {
        var forms = frame.Index.ReferAll(section, "forms", IdShape.Plain("gk-gds"), EntryKind.AwardForm);
        if (forms.Count == 0)
        {
            section.Error("forms", "A quota is for at least one award form; write for example 'forms: [gk-gds]'.");
        }

        var isExternal = section.TrueOrFalse("external");
        var written = Limits.Where(limit => limit == "external" ? isExternal : section.Has(limit)).ToList();
        CheckOne(section, written);
        int? most = section.Has("most") ? section.WholeNumber("most", 0, MostPeople, "5") : null;
        var (of, percent) = section.Has("percentOfPeople") ? (QuotaBase.People, Percent(section, "percentOfPeople"))
            : section.Has("percentOfUnits") ? (QuotaBase.Units, Percent(section, "percentOfUnits"))
            : (QuotaBase.Units, null);
        var quota = new AwardQuota(
            forms,
            most,
            percent,
            of,
            Band: null,
            WithinGroup: false,
            section.ChoiceOr("rounding", QuotaRounding.Down),
            isExternal,
            CitationReader.ReadIfAny(section));
        quota = section.Has("percentOfBand") ? WithBand(quota, section, frame) : quota;
        section.Close();
        return quota;
    }

    private static AwardQuota WithBand(AwardQuota quota, PlanSection section, PlanFrame frame)
    {
        if (section.Section("percentOfBand", "{ band: tot, percent: 20, within: group }") is not { } limit)
        {
            return quota;
        }

        var band = frame.Index.Refer(limit, "band", BandReader.BandId, EntryKind.Band);
        var percent = Percent(limit, "percent");
        var within = limit.Has("within") ? limit.OneOf("within", ["group", "agency"]) : null;
        limit.Close();
        return quota with { Of = QuotaBase.Band, Band = band, Percent = percent, WithinGroup = within is "group" };
    }

    private static decimal? Percent(PlanSection section, string key)
    {
        var percent = section.Percent(key, NumberRange.Over(0, 10_000), "20") * Whole;
        if (percent > Whole)
        {
            section.Warning(key, SectionNumbers.Invariant($"'{key}' is {percent:0.##}, over 100, so it limits nothing; write at most 100."));
        }

        return percent;
    }

    private static void CheckOne(PlanSection section, List<string> written)
    {
        if (written.Count == 0)
        {
            section.Problems.Warning(section.Start, $"The quota has no limit, so any number may be proposed; add one of {string.Join(", ", Limits)}.");
        }
        else if (written.Count > 1)
        {
            section.Error(written[1], $"The quota has {string.Join(" and ", written)}; keep one of them, and make a quota of its own for the other.");
        }
    }
}
