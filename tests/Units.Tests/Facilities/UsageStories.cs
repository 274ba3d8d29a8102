using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Facilities;

/// <summary>Use over time: what counts as known, what it is compared with, and that finer rows sum to coarser ones.</summary>
public sealed class UsageStories : FacilitiesStory
{
    private const string New = "m/new";

    [Fact]
    public async Task Given_a_new_meter_without_a_date_When_it_joins_a_unit_Then_the_months_before_it_existed_stay_wholly_known()
    {
        await MonthlyAsync(2026, [.. Enumerable.Range(1, 7)]);
        await Test.AssignAsync(Meter, Unit);
        await Test.SendAsync(New, At(10), 500);
        await Test.SendAsync(New, At(11), 510);
        await Test.AssignAsync(New, Unit);

        var rows = (await UsageAsync(2026, Granularity.Month)).Rows;

        Assert.All(rows.Take(6), row => Assert.Equal(1m, row.Coverage));
        Assert.All(rows.Take(6), row => Assert.DoesNotContain("partial", row.Flags));
        await Test.UseAsync(Unit);
        var scored = (await Test.Agency.UnitAsync(Unit, default).InTimeAsync())!.Metrics.Single(metric => metric.Metric == Some.Electricity).Facts.Months;
        Assert.Equal(scored.Take(6).Select(month => month.Covered), rows.Take(6).Select(row => row.Coverage));
    }

    [Fact]
    public async Task Given_a_meter_When_asked_about_a_time_before_its_first_reading_Then_that_does_not_count_against_it_but_a_gap_does()
    {
        await Test.SendAsync(Meter, At(6), 0);
        await Test.SendAsync(Meter, At(7), 10);

        Assert.Equal((0m, 0.2m), (await CoverageAsync(0, 6), await CoverageAsync(0, 11)));
        Assert.Equal((0.2m, 1m), (await KnownAsync(0, 11), await KnownAsync(0, 7)));
    }

    [Fact]
    public async Task Given_a_long_gap_nobody_decided_When_shown_by_hour_day_month_and_year_Then_all_totals_agree()
    {
        await Test.SendAsync(Meter, Some.Local(1, 1), 0);
        await Test.SendAsync(Meter, Some.Local(1, 1, 1), 10);
        await Test.SendAsync(Meter, Some.Local(4, 11, 1), 1_010);
        await Test.AssignAsync(Meter, Unit);

        foreach (var per in Enum.GetValues<Granularity>())
        {
            var rows = (await UsageAsync(2026, per, Id)).Rows;
            Assert.Equal(1_010m, rows.Sum(row => row.Amount.ToDecimal()));
            Assert.Contains(rows, row => row.Flags.Contains("longGap") && row.Amount > Amount.Zero);
        }
    }

    [Fact]
    public async Task Given_a_meter_measured_in_the_base_year_When_compared_Then_december_its_last_day_and_the_year_have_a_base()
    {
        await MonthlyAsync(2025, [.. Enumerable.Range(1, 12)]);
        await Test.SendAsync(Meter, Local(2026, 1, 1), 1_200);

        Assert.Equal([.. Enumerable.Repeat(100m, 24)], (await UsageAsync(2025, Granularity.Month, Id, 2)).Rows.Select(row => row.Base!.Value.ToDecimal()));
        Assert.Equal([1_200m, 1_200m], (await UsageAsync(2025, Granularity.Year, Id, 2)).Rows.Select(row => row.Base!.Value.ToDecimal()));
        var days = (await UsageAsync(2026, Granularity.Day, Id)).Rows;
        Assert.Equal((365, 1_200m), (days.Count, days.Sum(row => row.Base!.Value.ToDecimal())));
    }

    [Fact]
    public async Task Given_a_leap_day_When_compared_with_a_year_without_one_Then_only_that_day_has_no_base()
    {
        await MonthlyAsync(2025, [.. Enumerable.Range(1, 12)]);

        var days = (await UsageAsync(2028, Granularity.Day, Id)).Rows.Take(62).ToList();

        Assert.Null(days[59].Base);
        Assert.All(days.Where((_, day) => day != 59), row => Assert.NotNull(row.Base));
    }

    [Theory]
    [InlineData(BaselineOrigin.Readings, false)]
    [InlineData(BaselineOrigin.Months, true)]
    public async Task Given_a_units_base_year_When_asked_by_day_Then_it_has_one_only_if_it_was_measured_here(BaselineOrigin madeOf, bool byMonths)
    {
        await MonthlyAsync(2025, [.. Enumerable.Range(1, 12)]);
        await Test.SendAsync(Meter, Local(2026, 1, 1), 1_200);
        await Test.AssignAsync(Meter, Unit);
        await Desk.ProposeBaselineAsync(Baseline(100, madeOf), "so it was", Author, approve: true, default).InTimeAsync();

        var days = await UsageAsync(2026, Granularity.Day);

        Assert.Equal(byMonths, days.BaseByMonths);
        Assert.Equal(byMonths ? null : 100m, days.Rows.Take(31).Aggregate((decimal?)0m, (sum, row) => sum + row.Base?.ToDecimal()));
    }

    [Fact]
    public async Task Given_the_base_years_headcount_When_compared_per_person_Then_the_base_is_by_its_own_and_missing_where_it_was_not_known()
    {
        await Test.Agency.PutUnitAsync(
            Some.Unit(Unit) with { Headcount = [new(new DateOnly(2025, 1, 1), 5), new(new DateOnly(2026, 1, 1), 10)], AreaSquareMetres = [new(new DateOnly(2026, 1, 1), 50)] }, "thu", default);
        await Desk.ProposeBaselineAsync(Baseline(100), "from bills", Author, approve: true, default).InTimeAsync();

        var row = (await UsageAsync(2026, Granularity.Month)).Rows[0];

        Assert.Equal((20m, null), (row.BasePerPerson, row.BasePerSquareMetre));
    }

    [Fact]
    public async Task Given_a_shared_meter_When_its_parts_are_rounded_Then_hours_and_days_sum_to_the_month_and_the_parts_to_the_whole()
    {
        for (var hour = 0; hour < 80; hour++)
        {
            await Test.SendAsync(Meter, Some.Local(7, 1 + (hour / 24), hour % 24), hour * 0.100001m);
        }

        await Test.PutAsync(Meter, Some.NoChange with { Sharing = new Sharing(ShareKey.Fixed, [new(Unit, 2), new("hai", 1)], "one floor") });
        var months = await SumAsync(Granularity.Month, Unit);

        Assert.Equal((months, months), (await SumAsync(Granularity.Hour, Unit), await SumAsync(Granularity.Day, Unit)));
        Assert.Equal(months, await Test.UseAsync(Unit));
        Assert.Equal(79 * 0.100001m, months + await SumAsync(Granularity.Day, "hai"));
    }

    private static Instant Local(int year, int month, int day) => AgencyCalendar.Vietnam.ToInstant(new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified));

    /// <summary>A hundred a month, said on the first of each.</summary>
    private async Task MonthlyAsync(int year, int[] months)
    {
        foreach (var month in months)
        {
            await Test.SendAsync(Meter, Local(year, month, 1), (month - 1) * 100);
        }
    }

    private async Task<decimal> SumAsync(Granularity per, string unit)
    {
        var view = await Desk.UsageAsync(new UsageQuery(null, unit, "electricity", Some.Local(7, 1), Some.Local(8, 1), per), default).InTimeAsync();
        return view!.Rows.Sum(row => row.Amount.ToDecimal());
    }

    private async Task<decimal> CoverageAsync(int from, int to) =>
        Assert.Single((await Desk.UsageAsync(new UsageQuery(Id, null, null, At(from), At(to), Granularity.Total), default).InTimeAsync())!.Rows).Coverage;

    private async Task<decimal> KnownAsync(int from, int to) => (await Test.Agency.ConsumptionAsync(Id, At(from), At(to), Granularity.Hour, default).InTimeAsync())!.Coverage;

    private async Task<UsageView> UsageAsync(int year, Granularity per, string? source = null, int years = 1)
    {
        var query = new UsageQuery(source, source is null ? Unit : null, source is null ? "electricity" : null, Local(year, 1, 1), Local(year + years, 1, 1), per);
        return (await Desk.UsageAsync(query, default).InTimeAsync())!;
    }
}
