namespace EmulationPlatform.Scoring.Plans;

/// <summary>When something is owed.</summary>
internal static class DueReader
{
    private const string Example = "{ every: year, before: 11-10 }";
    private const int MostDaysOfQuarter = 90;
    private const int MostDaysOfMonth = 31;

    /// <returns>Null when it is missing or wrong.</returns>
    public static Due? Read(PlanSection entry, PlanFrame frame, string key = "due")
    {
        if (entry.Section(key, Example) is not { } section)
        {
            return null;
        }

        var due = section.Has("every") ? Repeated(section) : Single(section, frame);
        section.Close();
        return due;
    }

    private static Due? Repeated(PlanSection section)
    {
        var every = section.OneOf("every", ["year", "quarter", "month"]);
        if (every is null)
        {
            section.MayHave("by", "before");
        }

        return Repeated(section, every);
    }

    private static Due? Repeated(PlanSection section, string? every) => every switch
    {
        "quarter" => section.WholeNumber("by", 1, MostDaysOfQuarter, "15") is { } days ? new Due.Quarterly(days) : null,
        "month" => section.WholeNumber("by", 1, MostDaysOfMonth, "5") is { } days ? new Due.Monthly(days) : null,
        "year" when OneKey(section, "before", "by") is { } key =>
            section.DayOfYear(key, "11-10") is { } day ? new Due.Yearly(day.Month, day.Day, key == "before") : null,
        _ => null,
    };

    private static Due? Single(PlanSection section, PlanFrame frame)
    {
        var key = OneKey(section, "on", "before", "needsDecision");
        if (key == "needsDecision")
        {
            return new Due.Undecided(frame.Index.Refer(section, key, IdShape.Plain("ngay-bao-cao"), EntryKind.Decision));
        }

        if (key is null || section.Date(key, "2026-06-30") is not { } date)
        {
            return null;
        }

        frame.Span.WarnOutside(section, key, date);
        return new Due.Once(date, key == "before");
    }

    private static string? OneKey(PlanSection section, params string[] keys)
    {
        var written = keys.Where(section.Has).ToList();
        if (written.Count == 1)
        {
            return written[0];
        }

        var found = written.Count == 0 ? "none" : string.Join(" and ", written);
        section.Problems.Error(section.Start, $"A due day needs one of {string.Join(", ", keys)} and has {found}; write for example '{Example}'.");
        return null;
    }
}
