namespace EmulationPlatform.Scoring.Plans;

/// <summary>Reads plan files strictly: what is not understood is a problem with its place, never a guess. See docs/plan-format.md.</summary>
public static class PlanReader
{
    /// <param name="fileName">For the problems.</param>
    /// <param name="knownIndicators">Ids of the loaded modules' indicators; null leaves them unchecked.</param>
    public static PlanReadResult Read(string text, string fileName, IReadOnlySet<string>? knownIndicators = null)
    {
        return Read(text, new ProblemList(fileName), knownIndicators);
    }

    /// <summary>A file that was put to use before: what is demanded only of new files does not make it unreadable.</summary>
    public static PlanReadResult ReadKept(string text, string fileName) => Read(text, new ProblemList(fileName, isKept: true), knownIndicators: null);

    private static PlanReadResult Read(string text, ProblemList problems, IReadOnlySet<string>? knownIndicators)
    {
        var plan = PlanTree.Read(text, problems) is { } root && PlanSection.Of(root, "A plan", "plan: quang-ngai-ban-qlda", problems) is { } section
            ? PlanOf(section, knownIndicators)
            : null;
        return new(problems.HasErrors ? null : plan, problems.InOrder());
    }

    private static Plan PlanOf(PlanSection section, IReadOnlySet<string>? knownIndicators)
    {
        var index = new PlanIndex(section.Problems);
        var plan = WithParts(section, index, Head(section));
        section.Close();
        index.Check(knownIndicators);
        if (!plan.IsClosed && !section.Problems.HasErrors)
        {
            WeightReader.CheckSums(section, plan.Targets);
        }

        return plan;
    }

    private static Plan Head(PlanSection section)
    {
        var id = section.Id("plan", IdShape.Plain("quang-ngai-ban-qlda"));
        var version = section.WholeNumber("version", 1, 1_000_000, "1");
        var name = section.Names("name");
        var agency = section.Names("agency");
        var (first, last) = Years(section);
        return new()
        {
            Id = id,
            Version = version ?? 0,
            Name = name,
            Agency = agency,
            FirstYear = first,
            LastYear = last,
            IsClosed = section.Has("state") && section.OneOf("state", ["active", "closed"]) is "closed",
            YearStarts = (section.Has("yearStarts") ? section.DayOfYear("yearStarts", "01-01") : null) ?? (1, 1),
            Document = SourceReader.Document(section),
            Groups = [],
            Bands = [],
            Targets = [],
        };
    }

    /// <summary>Phases come before what is measured by them, which are all other dates.</summary>
    private static Plan WithParts(PlanSection section, PlanIndex index, Plan head)
    {
        var frame = new PlanFrame(index, new(head.FirstYear, head.LastYear, head.YearStarts), head.IsClosed);
        var plan = head with
        {
            Groups = WhoReader.Groups(section, frame),
            Pillars = WhoReader.Pillars(section, frame),
            Roles = WhoReader.Roles(section, frame),
            Phases = WhenReader.Phases(section, frame),
            Reviews = WhenReader.Reviews(section, frame),
            Duties = WhenReader.Duties(section, frame),
            Tasks = WhenReader.Tasks(section, frame),
            LegalBases = SourceReader.LegalBases(section, frame),
            Terms = SourceReader.Terms(section),
            Context = SourceReader.Context(section, frame),
            Figures = FigureFormReader.Read(section, frame),
            Targets = [.. section.Sections("targets", "id: S0-24.electricity").Select(entry => TargetReader.Read(entry, frame))],
            Bands = BandReader.Bands(section, frame),
            Ranking = BandReader.Ranking(section),
            MostBonus = BandReader.MostBonus(section) ?? head.MostBonus,
            Consequences = BandReader.Consequences(section, frame),
        };
        plan = plan with { DeclareWith = WhenReader.DeclareWith(section, plan.Duties, frame) };
        var (forms, rounds) = AwardReader.Read(section, frame);
        plan = plan with { Decisions = DecisionReader.Decisions(section, frame, plan), AwardForms = forms, AwardRounds = rounds };
        PlanChecks.Check(section, frame, plan);
        return plan;
    }

    private static (int First, int Last) Years(PlanSection section)
    {
        if (section.Section("years", "{ from: 2026, to: 2030 }") is not { } years)
        {
            return default;
        }

        var first = years.Year("from", "2026");
        var last = years.Year("to", "2030");
        years.Close();
        if (last < first)
        {
            years.Error("to", $"'to' is {last}; write the last year, {first} or later.");
        }

        return (first ?? 0, last ?? 0);
    }
}
