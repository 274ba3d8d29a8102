using System.Reactive.Concurrency;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching.Tests;

public sealed class WatchSettingsTests
{
    private static readonly DateOnly Tet = new(2027, 2, 8);

    public static TheoryData<WatchSettings, string> Wrong => new()
    {
        { new() { Silence = new() { Intervals = 1 } }, "Silence: The field Intervals must be between 1.5 and 50." },
        { new() { Silence = new() { AtLeast = TimeSpan.FromHours(3), AtMost = TimeSpan.FromHours(2) } }, "Silence: AtLeast (03:00:00) must not be longer than AtMost (02:00:00)." },
        { new() { NightFlow = new() { FromHour = 22, ToHour = 5 } }, "NightFlow: FromHour (22) must be before ToHour (5); the night lies within one day." },
        { new() { NightFlow = new() { FromHour = 1, ToHour = 4 } }, "NightFlow: HoursNeeded (4) must not be more than the night's 3 hours." },
        { new() { NightFlow = new() { Nights = 0 } }, "NightFlow: The field Nights must be between 1 and 14." },
        { new() { Office = new() { From = new(18, 0) } }, "Office: From (18:00) must be before To (17:30)." },
        {
            new() { Office = new() { Holidays = new HashSet<DateOnly> { Tet }, ExtraWorkingDays = new HashSet<DateOnly> { Tet } } },
            "Office: 2027-02-08 is both in Holidays and in ExtraWorkingDays; take it out of one."
        },
        { new() { OffHours = new() { TimesUsual = 1 } }, "OffHours: The field TimesUsual must be between 1.1 and 10." },
        { new() { UnusualWeek = new() { Weeks = 4, WeeksNeeded = 5 } }, "UnusualWeek: WeeksNeeded (5) must not be more than Weeks (4)." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Given_a_setting_out_of_its_range_When_a_source_is_to_be_watched_Then_the_message_names_it(WatchSettings settings, string message)
    {
        using var desk = new WatchDesk(AgencyCalendar.Vietnam, new HistoricalScheduler());

        var refusal = Assert.Throws<ArgumentException>(() => desk.Watch(new WatchedSource("m-1", "kWh", settings, WatchSeed.Nothing)));

        Assert.Equal([message], settings.Problems());
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_the_defaults_When_they_are_checked_Then_they_are_in_order() => Assert.Empty(new WatchSettings().Problems());

    [Fact]
    public void Given_settings_of_a_source_When_they_are_laid_over_the_agency_s_Then_what_it_does_not_say_stays()
    {
        var agency = new WatchSettings { UnusualWeek = new() { Percent = 40 }, Silence = new() { Intervals = 4 } };

        var own = agency.With(new SourceWatchSettings { Off = [WatchKind.NightFlow], Silence = new() { AtLeast = TimeSpan.FromHours(16) } });

        Assert.Equal(40, own.UnusualWeek.Percent);
        Assert.Equal((3d, TimeSpan.FromHours(16)), (own.Silence.Intervals, own.Silence.AtLeast));
        Assert.DoesNotContain(WatchKind.NightFlow, own.Watches);
        Assert.Contains(WatchKind.Silent, own.Watches);
    }

    [Theory]
    [InlineData(2026, 10, 5, 6, true)]
    [InlineData(2026, 10, 5, 7, false)]
    [InlineData(2026, 10, 5, 17, false)]
    [InlineData(2026, 10, 5, 18, true)]
    [InlineData(2026, 10, 4, 10, true)]
    public void Given_office_hours_until_half_past_five_When_an_hour_is_asked_Then_it_is_outside_only_as_a_whole(int year, int month, int day, int hour, bool outside) =>
        Assert.Equal(outside, new OfficeHours().IsOutside(new DateOnly(year, month, day), hour));
}
