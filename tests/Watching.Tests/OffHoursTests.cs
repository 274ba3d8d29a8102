using EmulationPlatform.Sdk;
using EmulationPlatform.Watching.Tests.Support;

namespace EmulationPlatform.Watching.Tests;

public sealed class OffHoursTests : IDisposable
{
    private static readonly DateOnly Holiday = Story.Monday.AddDays(28 + 2);
    private static readonly DateOnly WorkedSaturday = Story.Monday.AddDays(28 + 5);
    private readonly Story story = new(new WatchSettings
    {
        Watches = [WatchKind.OffHours],
        Office = new OfficeHours { Holidays = new HashSet<DateOnly> { Holiday }, ExtraWorkingDays = new HashSet<DateOnly> { WorkedSaturday } },
    });

    /// <summary>
    /// After four usual weeks (10 kWh off-hours on working days, 6 kWh on others): kWh outside office hours of the days from
    /// Monday on, with ? for a day of which one such hour is not covered, e for one that is an even share; and what is told
    /// on which day. The Wednesday is a holiday, the Saturday is worked.
    /// </summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "usual days", "10 10 6 10 10 10 6", "" },
        { "half more is not too much", "15 10", "" },
        { "more than half more", "16 10", "raised 1 cleared 2" },
        { "told once", "16 20 20 30 30 30 30", "raised 1" },
        { "a holiday is no working day", "10 10 10 10", "raised 3 cleared 4" },
        { "a worked Saturday is none of the others", "10 10 6 10 10 15 6", "" },
        { "a Sunday is held against days off", "10 10 6 10 10 10 9.5", "raised 7" },
        { "just below the limit is not yet normal", "16 14 9 13", "raised 1 cleared 4" },
        { "too much is too much even when an hour is unknown", "16? 10", "raised 1 cleared 2" },
        { "an unknown hour clears nothing", "16 10? 6? 10", "raised 1 cleared 4" },
        { "even shares neither raise nor clear", "50e 16 10e 10e 10", "raised 2 cleared 5" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Given_usual_weeks_When_days_follow_Then_what_is_told_is_as_the_table_says(string why, string days, string expected)
    {
        story.Begin().Use(UsualWeeks());
        var told = new List<string>();
        foreach (var (day, no) in days.Split(' ').Select((day, no) => (day, no)))
        {
            var before = story.Told.Count;
            story.Use(Day(Story.Monday.AddDays(28 + no), day));
            told.AddRange(story.Told.Skip(before).Select(signal => $"{(signal is WatchSignal.Raised ? "raised" : "cleared")} {no + 1}"));
        }

        Assert.True(expected == string.Join(' ', told), $"{why}: {string.Join(' ', told)}");
    }

    [Fact]
    public void Given_too_much_at_night_When_the_limit_is_passed_Then_it_is_told_in_that_hour_with_its_figures()
    {
        story.Begin().Use(UsualWeeks());
        var monday = Story.Monday.AddDays(28);

        story.Use(Enumerable.Range(0, 4).Select(hour => new HourUsed(Story.HourAt(monday, hour), Amount.From(6), Covered: true)));

        Assert.Equal(
            new WatchSignal.Raised(
                Story.At(monday, 0), Story.At(monday, 3), new WatchFigures.OffHours(monday, Amount.From(18), Amount.From(10), PercentAboveUsual: 80)),
            Assert.Single(story.Told));
    }

    [Fact]
    public void Given_much_use_in_office_hours_When_the_day_is_over_Then_nothing_is_told()
    {
        story.Begin().Use(UsualWeeks());
        var monday = Story.Monday.AddDays(28);

        story.Use(Day(monday, "10").Select(hour => Local(hour) is >= 7 and < 18 ? hour with { Amount = Amount.From(500) } : hour));

        Assert.Empty(story.Told);
    }

    [Fact]
    public void Given_hardly_any_usual_use_When_less_than_the_absolute_amount_is_used_Then_nothing_is_told()
    {
        story.Begin().Use(Enumerable.Range(0, 28).SelectMany(no => Day(Story.Monday.AddDays(no), "0")));

        story.Use(Day(Story.Monday.AddDays(28), "1"));
        Assert.Empty(story.Told);
        story.Use(Day(Story.Monday.AddDays(29), "1.2"));

        Assert.Null(Assert.IsType<WatchFigures.OffHours>(Assert.Single(story.Told).Figures).PercentAboveUsual);
    }

    [Fact]
    public void Given_too_few_days_known_When_much_is_used_Then_nothing_is_told()
    {
        story.Begin().Use(Enumerable.Range(0, 3).SelectMany(no => Day(Story.Monday.AddDays(no), "10")));

        story.Use(Day(Story.Monday.AddDays(3), "99"));

        Assert.Empty(story.Told);
    }

    [Fact]
    public void Given_an_alert_told_before_a_restart_When_usual_weeks_and_the_day_are_read_again_Then_it_is_not_told_again()
    {
        var monday = Story.Monday.AddDays(28);
        story.Wait(TimeSpan.FromDays(29)).Begin(new WatchSeed
        {
            Hours = [.. UsualWeeks(), .. Day(monday, "16")],
            Raised = new Dictionary<WatchKind, Instant> { [WatchKind.OffHours] = Story.At(monday, 0) },
        });
        Assert.Empty(story.Told);

        story.Use(Day(monday.AddDays(1), "10"));

        Assert.IsType<WatchSignal.Cleared>(Assert.Single(story.Told));
    }

    [Fact]
    public void Given_a_day_that_exceeded_When_late_data_corrects_it_Then_it_is_cleared()
    {
        story.Begin().Use(UsualWeeks()).Use(Day(Story.Monday.AddDays(28), "16"));

        story.Use(Day(Story.Monday.AddDays(28), "10"));

        Assert.Equal([typeof(WatchSignal.Raised), typeof(WatchSignal.Cleared)], story.Told.Select(signal => signal.GetType()));
    }

    public void Dispose() => story.Dispose();

    private static IEnumerable<HourUsed> UsualWeeks() =>
        Enumerable.Range(0, 28).Select(no => Story.Monday.AddDays(no)).SelectMany(day => Day(day, IsWeekend(day) ? "6" : "10"));

    /// <summary>Off-hours use in the hour from 20:00, a little all day besides in office hours.</summary>
    private static IEnumerable<HourUsed> Day(DateOnly day, string text)
    {
        var (unknown, estimated) = (text.EndsWith('?'), text.EndsWith('e'));
        var used = Amount.From(decimal.Parse(text.TrimEnd('?', 'e'), System.Globalization.CultureInfo.InvariantCulture));
        for (var hour = 0; hour < 24; hour++)
        {
            var isOffice = hour is >= 7 and < 18 && !IsWeekend(day) && day != Holiday;
            var amount = isOffice ? Amount.From(3) : hour == 20 ? used : Amount.Zero;
            yield return new HourUsed(Story.HourAt(day, hour), amount, Covered: !unknown || hour != 22, estimated);
        }
    }

    private static int Local(HourUsed hour) => AgencyCalendar.Vietnam.ToLocal(hour.Hour.Start).Hour;

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && day != WorkedSaturday;
}
