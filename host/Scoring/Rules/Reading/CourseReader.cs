using System.Globalization;
using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Rules;

/// <summary>Demanded values: one for always, or a path over the years.</summary>
internal static class CourseReader
{
    private const int LeastYears = 2;

    public static Course? Read(PlanSection section, string key, NumberRange range, string example) =>
        section.HasSection(key) ? Path(section.Section(key, "{ 2025: 0%, 2030: 100%, path: even }")!, range, example)
        : section.Share(key, range, example) is { } value ? Course.Flat(value)
        : null;

    public static Course? ReadIfAny(PlanSection section, string key, NumberRange range, string example) =>
        section.Has(key) ? Read(section, key, range, example) : null;

    /// <summary>Left out, it is <paramref name="usual"/>.</summary>
    public static Course? ReadOr(PlanSection section, string key, decimal usual, NumberRange range) =>
        section.Has(key) ? Read(section, key, range, SectionNumbers.Invariant($"{usual}")) : Course.Flat(usual);

    /// <summary>The first value is below the second. On a path they may meet in some years: then nothing is due yet.</summary>
    public static bool IsBelow(Course low, Course high)
    {
        var both = low.Points.Concat(high.Points).Select(point => point.Year)
            .Select(year => (Low: low.At(year), High: high.At(year))).Where(pair => pair.Low is not null && pair.High is not null).ToList();
        return both.TrueForAll(pair => pair.Low <= pair.High) && both.Exists(pair => pair.Low < pair.High);
    }

    private static Course? Path(PlanSection section, NumberRange range, string example)
    {
        var even = section.OneOf("path", ["even", "byYear"]);
        var points = new List<Course.Point>();
        var years = section.Keys.Where(SectionDates.IsYear).ToList();
        foreach (var year in years)
        {
            if (section.Share(year, range, example) is { } value)
            {
                points.Add(new(int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture), value));
            }
        }

        section.Close();
        if (years.Count >= LeastYears)
        {
            return even is null || points.Count < years.Count ? null : new([.. points.OrderBy(point => point.Year)], even == "even");
        }

        section.Problems.Error(section.Start, $"A path needs at least two years with a value each, for example '{{ 2025: 0%, 2030: {example}, path: even }}'.");
        return null;
    }
}
