using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Which demand holds this year where it moves over the years, and how it comes from the path's ends.</summary>
internal static class MilestoneText
{
    /// <param name="isPercent">The values are shares that people know as per cent.</param>
    /// <returns>Null when the demand is always the same.</returns>
    public static LocalizedText? Of(Outcome outcome, int year, bool isPercent)
    {
        if (outcome.Rule is not Rule.Scaled rule || CourseOf(rule.Scale) is not { } course)
        {
            return null;
        }

        var isShare = isPercent || rule.Figure is Figure.ShareOfBase or Figure.Growth;
        var text = Of(course, year, isShare ? NumberText.Percent : NumberText.Number);
        return rule.Figure is Figure.ShareOfBase && course.At(year) is { } share && outcome is { Unit: not 1m, Value: not null } ? OfBase(text, share, outcome.Unit) : text;
    }

    private static Course? CourseOf(Scale scale)
    {
        IEnumerable<Course> courses = scale switch
        {
            Scale.Linear line => [line.FullAt, line.ZeroAt],
            Scale.Steps steps => steps.Rows.Select(row => row.From),
            _ => [],
        };
        return courses.FirstOrDefault(course => course.Points.Count > 1);
    }

    private static LocalizedText Of(Course course, int year, Func<decimal, LocalizedText> written)
    {
        var of = NumberText.Year(year);
        var next = course.Points.TakeWhile(point => point.Year <= year).Count();
        if (next == 0)
        {
            var first = NumberText.Year(course.Points[0].Year);
            return new($"Mốc năm {of}: chưa có, lộ trình bắt đầu từ năm {first}", $"Milestone of {of}: none yet, the path begins in {first}");
        }

        var before = course.Points[next - 1];
        var (start, from) = (written(before.Value), NumberText.Year(before.Year));
        if (!course.Even || next == course.Points.Count)
        {
            return new($"Mốc năm {of}: {start.Vi} (áp dụng từ năm {from})", $"Milestone of {of}: {start.En} (holds from {from})");
        }

        var after = course.Points[next];
        var (end, to, now) = (written(after.Value), NumberText.Year(after.Year), written(course.At(year)!.Value));
        return new(
            $"Mốc năm {of}: {start.Vi} + ({end.Vi} − {start.Vi}) × ({of} − {from}) / ({to} − {from}) = {now.Vi}",
            $"Milestone of {of}: {start.En} + ({end.En} − {start.En}) × ({of} − {from}) / ({to} − {from}) = {now.En}");
    }

    private static LocalizedText OfBase(LocalizedText text, decimal share, decimal whole)
    {
        var amount = NumberText.Of("{0} × {1} = {2}", "{0} × {1} = {2}", whole, share, whole * share);
        return new($"{text.Vi} của gốc; {amount.Vi}", $"{text.En} of the base; {amount.En}");
    }
}
