using EmulationPlatform.Scoring.Calendar;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Calendar;

public sealed class DueDateTests
{
    public static TheoryData<Due, int, string[]> Dues => new()
    {
        { new Due.Yearly(11, 10, Strict: true), 2027, ["2027-11-09"] },
        { new Due.Yearly(12, 31, Strict: false), 2027, ["2027-12-31"] },
        { new Due.Yearly(1, 1, Strict: true), 2027, ["2026-12-31"] },
        { new Due.Once(new DateOnly(2026, 6, 30), Strict: false), 2026, ["2026-06-30"] },
        { new Due.Once(new DateOnly(2026, 6, 30), Strict: false), 2027, [] },
        { new Due.Quarterly(15), 2027, ["2027-01-15", "2027-04-15", "2027-07-15", "2027-10-15"] },
        { new Due.Undecided("d"), 2027, [] },
    };

    [Theory]
    [MemberData(nameof(Dues))]
    public void Given_the_plan_s_words_When_read_Then_these_are_the_last_days_in_time(Due due, int year, string[] days) =>
        Assert.Equal(days, DueDates.Of(due, year).Select(day => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-09", "2026-11-09", 0)]
    [InlineData("2026-11-09", "2026-11-10", 1)]
    [InlineData("2026-11-06", "2026-11-09", 1)]
    [InlineData("2026-11-06", "2026-11-08", 0)]
    public void Given_two_days_When_working_days_between_are_counted_Then_weekends_do_not_count(string from, string to, int days) =>
        Assert.Equal(days, WorkingDays.WithoutHolidays.Between(Day(from), Day(to)));

    [Fact]
    public void Given_a_holiday_When_working_days_are_counted_Then_it_is_none()
    {
        var days = new WorkingDays(new HashSet<DateOnly> { Day("2026-09-02") });

        Assert.Equal(Day("2026-09-04"), days.After(Day("2026-09-01"), 2));
    }

    [Theory]
    [InlineData(1, 1, "2026-01-01", "2026")]
    [InlineData(12, 15, "2026-12-15", "2027")]
    [InlineData(12, 15, "2026-12-14", "2026")]
    [InlineData(6, 1, "2026-05-31", "2025")]
    public void Given_a_reporting_year_that_need_not_be_a_calendar_year_When_a_day_is_looked_up_Then_it_lies_in_the_right_one(int month, int day, string moment, string year)
    {
        var plan = Some.Plan() with { YearStarts = (month, day) };

        Assert.Equal(year, ReportingYears.At(plan, AgencyCalendar.Vietnam, AgencyCalendar.Vietnam.ToInstant(Day(moment).ToDateTime(TimeOnly.MinValue))).Name);
    }

    [Fact]
    public void Given_a_plan_When_its_year_is_listed_Then_entries_come_by_day_and_the_undecided_last()
    {
        var plan = Some.Plan() with
        {
            Duties =
            [
                new("r", new("Báo cáo", "Report"), Duty.Units, "vp", new Due.Yearly(11, 10, Strict: true), Citation.None),
                new("u", new("Chưa rõ", "Open"), Duty.Units, "vp", new Due.Undecided("d"), Citation.None),
            ],
            Reviews = [new("so-ket", IsFinal: false, 2027, 2, new("Sơ kết", "Interim"), Citation.None)],
        };

        var entries = DueDates.Of(plan, 2027);

        Assert.Equal([("so-ket", "2027-06-30"), ("r", "2027-11-09"), ("u", "")], entries.Select(entry => (entry.Id, entry.LastDay?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "")));
        Assert.Equal("trước ngày 10/11: hết ngày 09/11, sau đó là trễ", entries[1].Reading!.Vi);
    }

    [Theory]
    [InlineData("", "2026-12-31")]
    [InlineData("report", "2026-11-09")]
    [InlineData("quarterly", "2026-10-15")]
    [InlineData("open", "2026-12-31")]
    public void Given_the_duty_that_a_plan_names_When_figures_are_declared_Then_they_are_due_with_it_else_with_the_latest_yearly_one(string duty, string day)
    {
        var plan = Reporting() with { DeclareWith = duty };

        Assert.Equal(Day(day), DueDates.OfDeclarations(plan, AgencyCalendar.Vietnam, AgencyCalendar.Vietnam.Year(2026)));
    }

    [Fact]
    public void Given_a_reporting_year_that_ends_before_the_report_When_figures_are_declared_Then_they_are_due_with_the_report_after_its_end()
    {
        var plan = Reporting() with { DeclareWith = "report", YearStarts = (10, 1) };
        var period = ReportingYears.At(plan, AgencyCalendar.Vietnam, AgencyCalendar.Vietnam.ToInstant(Day("2026-05-01").ToDateTime(TimeOnly.MinValue)));

        Assert.Equal(Day("2026-11-09"), DueDates.OfDeclarations(plan, AgencyCalendar.Vietnam, period));
    }

    private static Plan Reporting() => Some.Plan() with
    {
        Duties =
        [
            new("report", new("Báo cáo", "Report"), Duty.Units, "vp", new Due.Yearly(11, 10, Strict: true), Citation.None),
            new("plan", new("Kế hoạch năm", "Yearly plan"), Duty.Units, "vp", new Due.Yearly(12, 31, Strict: false), Citation.None),
            new("quarterly", new("Quý", "Quarter"), "vp", "gd", new Due.Quarterly(15), Citation.None),
            new("open", new("Chưa rõ", "Open"), Duty.Units, "vp", new Due.Undecided("d"), Citation.None),
        ],
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", System.Globalization.CultureInfo.InvariantCulture);
}
