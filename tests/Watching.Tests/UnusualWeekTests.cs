using EmulationPlatform.Sdk;
using EmulationPlatform.Watching.Tests.Support;

namespace EmulationPlatform.Watching.Tests;

public sealed class UnusualWeekTests : IDisposable
{
    private const int Usual = 8 * 7;
    private static readonly DateOnly Week = Story.Monday.AddDays(Usual);
    private readonly Story story = new(Only());

    /// <summary>
    /// After eight usual weeks (240 kWh on working days, 48 on others): kWh of the days from Monday on, with ? for a day with an
    /// hour not covered and e for one known as a total only; and what is told at the end of which day.
    /// </summary>
    public static TheoryData<string, string, string> Stories => new()
    {
        { "usual days", "240 240 240 240 240 48 48", "" },
        { "a third more from the third day on", "320 320 320 320", "raised 3" },
        { "a third less", "160 160 160", "raised 3" },
        { "thirty percent is not too much", "312 312 312 312 312", "" },
        { "two days are not enough", "480 480", "" },
        { "one high day is averaged out", "480 240 240 240", "raised 3 cleared 4" },
        { "just below is not yet usual", "320 320 320 272 240", "raised 3 cleared 5" },
        { "days not covered are not compared", "480? 480? 240 240 240", "" },
        { "a day not covered delays", "320 320? 320 320", "raised 4" },
        { "totals are enough", "320e 320e 320e", "raised 3" },
        { "weekends are held against weekends", "240 240 240 240 240 260 260", "raised 7" },
        { "told once, cleared next week", "320 320 320 320 320 48 48 240 240 240", "raised 3 cleared 10" },
        { "unknown weeks clear nothing", "320 320 320 240? 240? 48? 48? 240? 240? 240? 240? 240?", "raised 3" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Given_usual_weeks_When_days_follow_Then_what_is_told_is_as_the_table_says(string why, string days, string expected)
    {
        story.Begin().Use(UsualWeeks(8));

        var told = Follow(story, days);

        Assert.True(expected == told, $"{why}: {told}");
    }

    [Fact]
    public void Given_more_than_usual_When_it_is_told_Then_it_names_the_week_and_the_deviation()
    {
        story.Begin().Use(UsualWeeks(8));

        Follow(story, "360 360 360");

        Assert.Equal(
            new WatchSignal.Raised(
                Story.At(Week, 0),
                Story.At(Week.AddDays(3), 0),
                new WatchFigures.UnusualWeek(Week, 3, Amount.From(1_080), Amount.From(720), PercentAboveUsual: 50)),
            Assert.Single(story.Told));
    }

    [Fact]
    public void Given_less_than_usual_When_it_is_told_Then_the_deviation_is_negative()
    {
        story.Begin().Use(UsualWeeks(8));

        Follow(story, "120 120 120");

        Assert.Equal(-50m, Assert.IsType<WatchFigures.UnusualWeek>(Assert.Single(story.Told).Figures).PercentAboveUsual);
    }

    [Theory]
    [InlineData(3, "")]
    [InlineData(4, "raised 3")]
    public void Given_few_weeks_known_When_much_is_used_Then_it_is_told_from_four_weeks_on(int weeks, string expected)
    {
        story.Begin().Use(UsualWeeks(8).Skip((8 - weeks) * 7 * 24));

        Assert.Equal(expected, Follow(story, "480 480 480"));
    }

    [Fact]
    public void Given_a_source_that_is_usually_unused_When_it_is_used_Then_there_is_no_percentage_to_tell()
    {
        story.Begin().Use(Enumerable.Range(0, Usual).SelectMany(no => Day(Story.Monday.AddDays(no), "0")));

        Assert.Equal("", Follow(story, "480 480 480"));
    }

    [Fact]
    public void Given_a_week_of_holidays_When_little_is_used_Then_nothing_is_told()
    {
        using var holidays = new Story(Only() with { Office = new OfficeHours { Holidays = Enumerable.Range(0, 5).Select(no => Week.AddDays(no)).ToHashSet() } });
        holidays.Begin().Use(UsualWeeks(8));

        Assert.Equal("", Follow(holidays, "20 20 20 20 20 48 48"));
    }

    [Fact]
    public void Given_an_alert_told_before_a_restart_When_its_week_is_read_again_Then_it_is_not_told_again_and_clears_when_usual()
    {
        story.Wait(TimeSpan.FromDays(Usual + 3)).Begin(new WatchSeed
        {
            Hours = [.. UsualWeeks(8), .. Day(Week, "320"), .. Day(Week.AddDays(1), "320"), .. Day(Week.AddDays(2), "320")],
            Raised = new Dictionary<WatchKind, Instant> { [WatchKind.UnusualWeek] = Story.At(Week, 0) },
        });
        Assert.Empty(story.Told);

        story.Use(Day(Week.AddDays(3), "100"));

        Assert.IsType<WatchSignal.Cleared>(Assert.Single(story.Told));
    }

    public void Dispose() => story.Dispose();

    private static WatchSettings Only() => Story.Only(WatchKind.UnusualWeek);

    private static string Follow(Story story, string days)
    {
        var told = new List<string>();
        foreach (var (day, no) in days.Split(' ').Select((day, no) => (day, no)))
        {
            var before = story.Told.Count;
            story.Use(Day(Week.AddDays(no), day));
            told.AddRange(story.Told.Skip(before).Select(signal => $"{(signal is WatchSignal.Raised ? "raised" : "cleared")} {no + 1}"));
        }

        return string.Join(' ', told);
    }

    private static IEnumerable<HourUsed> UsualWeeks(int weeks) => Enumerable.Range(0, weeks * 7)
        .Select(no => Story.Monday.AddDays(no))
        .SelectMany(day => Day(day, day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "48" : "240"));

    private static IEnumerable<HourUsed> Day(DateOnly day, string text)
    {
        var used = decimal.Parse(text.TrimEnd('?', 'e'), System.Globalization.CultureInfo.InvariantCulture);
        return Enumerable.Range(0, 24).Select(hour =>
            new HourUsed(Story.HourAt(day, hour), Amount.From(used / 24), Covered: !text.EndsWith('?') || hour != 12, text.EndsWith('e')));
    }
}
