namespace EmulationPlatform.Scoring.Plans;

/// <summary>Reads plan files strictly: what is not understood is a problem with its place, never a guess. See docs/plan-format.md.</summary>
public static class PlanReader
{
    private const decimal DefaultRankingPercent = 80m;

    /// <param name="fileName">For the problems.</param>
    /// <param name="knownIndicators">Ids of the loaded modules' indicators; null leaves them unchecked.</param>
    public static PlanReadResult Read(string text, string fileName, IReadOnlySet<string>? knownIndicators = null)
    {
        var problems = new ProblemList(fileName);
        var plan = PlanTree.Read(text, problems) is { } root && PlanSection.Of(root, "A plan", "plan: quang-ngai-ban-qlda", problems) is { } section
            ? PlanOf(section, knownIndicators)
            : null;
        return new(problems.HasErrors ? null : plan, problems.InOrder());
    }

    private static Plan PlanOf(PlanSection section, IReadOnlySet<string>? knownIndicators)
    {
        var id = section.Id("plan", IdShape.Plain("quang-ngai-ban-qlda"));
        var version = section.WholeNumber("version", 1, 1_000_000, "1");
        var name = section.Names("name");
        var agency = section.Names("agency");
        var (first, last) = Years(section);
        var groups = Groups(section);
        var bands = Bands(section);
        var ranking = RankingCoverage(section);
        var entries = section.Sections("targets", "id: S0-24.electricity");
        var targets = entries.Select(entry => (Section: entry, Target: TargetReader.Read(entry))).ToList();
        section.Close();
        PlanChecks.Targets(section, targets, new(first, last), knownIndicators);
        return new Plan
        {
            Id = id,
            Version = version ?? 0,
            Name = name,
            Agency = agency,
            FirstYear = first,
            LastYear = last,
            Groups = groups,
            Bands = bands,
            RankingCoverage = ranking / 100m,
            Targets = [.. targets.Select(entry => entry.Target).OfType<Target>()],
        };
    }

    private static (int First, int Last) Years(PlanSection section)
    {
        if (section.Section("years", "{ from: 2026, to: 2030 }") is not { } years)
        {
            return default;
        }

        var first = years.WholeNumber("from", 2000, 2100, "2026");
        var last = years.WholeNumber("to", 2000, 2100, "2030");
        years.Close();
        if (last < first)
        {
            years.Problems.Error(years.At("to"), $"'to' is {last}; write the last year, {first} or later.");
        }

        return (first ?? 0, last ?? 0);
    }

    private static List<PeerGroup> Groups(PlanSection section)
    {
        var groups = new List<PeerGroup>();
        foreach (var entry in section.Sections("groups", "id: nhom-a"))
        {
            groups.Add(new(entry.Id("id", IdShape.Plain("nhom-a")), entry.Names("name")));
            entry.Close();
            PlanChecks.IdOnce(entry, groups.Select(group => group.Id), "group");
        }

        return groups;
    }

    private static List<Band> Bands(PlanSection section)
    {
        var bands = new List<Band>();
        decimal? above = null;
        foreach (var entry in section.Sections("bands", "id: tot"))
        {
            var from = entry.Number("from", NumberRange.Between(0, 100), "80");
            bands.Add(new(entry.Id("id", IdShape.Plain("tot")), entry.Names("name"), from ?? 0));
            entry.Close();
            PlanChecks.IdOnce(entry, bands.Select(band => band.Id), "band");
            PlanChecks.BandFalls(entry, from, above);
            above = from ?? above;
        }

        PlanChecks.BandsReachZero(section, above);
        return bands;
    }

    private static decimal RankingCoverage(PlanSection section)
    {
        if (!section.Has("ranking") || section.Section("ranking", "{ coveragePercent: 80 }") is not { } ranking)
        {
            return DefaultRankingPercent;
        }

        var percent = ranking.Number("coveragePercent", NumberRange.Between(0, 100), "80");
        ranking.Close();
        return percent ?? DefaultRankingPercent;
    }
}
