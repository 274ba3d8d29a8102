using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Tests.Support;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Facilities;

/// <summary>Base years from proposal to use, and use beside them.</summary>
public sealed class BaselineStories : FacilitiesStory
{
    [Fact]
    public async Task Given_proposals_When_decided_Then_only_what_is_approved_counts_and_every_version_is_kept()
    {
        await ShowsAsync(100, 110);
        var first = await Desk.ProposeBaselineAsync(Baseline(10), "from bills", Author, approve: false, default).InTimeAsync();
        Assert.Null(await BaseAsync());
        Assert.True((await DecideAsync(first, true))!.IsDone);
        Assert.Equal(10m, await BaseAsync());
        var second = await Desk.ProposeBaselineAsync(Baseline(20), "mended", Author, approve: false, default).InTimeAsync();
        Assert.True((await DecideAsync(second, false))!.IsDone);
        Assert.Equal(10m, await BaseAsync());
        await Desk.ProposeBaselineAsync(Baseline(30, BaselineOrigin.Total), "yearly total", "head", approve: true, default).InTimeAsync();

        Assert.Equal(30m, await BaseAsync());
        Assert.True((await UsageAsync(Granularity.Month)).FlatBase);
        await Test.RestartAsync();
        Assert.Equal(30m, await BaseAsync());
        Assert.Equal(3, (await Desk.BaselinesAsync(Unit, default)).Count);
        Assert.False((await DecideAsync(first, false))!.IsDone);
        Assert.Null(await DecideAsync(99, true));
        Assert.Equal(
            ["baseline.proposed", "baseline.approved", "baseline.proposed", "baseline.refused", "baseline.proposed", "baseline.approved"],
            Audit().Where(row => row.Entry.Subject.Contains("/baseline/", StringComparison.Ordinal)).Select(row => row.Entry.Act));
    }

    [Fact]
    public async Task Given_a_year_measured_here_When_proposed_as_base_Then_only_wholly_covered_months_have_an_amount()
    {
        await Test.SendAsync(Meter, Local2025(1, 1), 0);
        for (var month = 2; month <= 12; month++)
        {
            await Test.SendAsync(Meter, Local2025(month, 1), month * 100);
        }

        await Test.AssignAsync(Meter, Unit);

        var made = await Desk.BaselineFromReadingsAsync(Unit, "electricity", 2025, default).InTimeAsync();

        // January's reading-to-reading interval is the 31 days that need no decision.
        Assert.Equal((BaselineOrigin.Readings, 200m, null), (made!.MadeOf, made.Months[0]?.ToDecimal(), made.Months[11]));
        Assert.Equal([.. Enumerable.Repeat(100m, 10)], made.Months.Skip(1).Take(10).Select(month => month!.Value.ToDecimal()));
        Assert.Null(await Desk.BaselineFromReadingsAsync("nobody", "electricity", 2025, default));
    }

    [Fact]
    public async Task Given_people_area_and_a_base_year_When_use_is_asked_for_Then_each_month_stands_beside_them()
    {
        await Test.Agency.PutUnitAsync(
            Some.Unit(Unit) with { Headcount = [new(new DateOnly(2026, 1, 1), 10), new(new DateOnly(2026, 7, 1), 20)], AreaSquareMetres = [new(new DateOnly(2026, 1, 1), 50)] }, "thu", default);
        await Test.SendAsync(Meter, Some.Local(6, 30, 12), 100);
        await Test.SendAsync(Meter, Some.Local(6, 30, 13), 140);
        await Test.SendAsync(Meter, Some.Local(7, 1), 140);
        await Test.SendAsync(Meter, Some.Local(7, 1, 1), 240);
        await Test.AssignAsync(Meter, Unit);
        await Desk.ProposeBaselineAsync(Baseline(10), "from bills", Author, approve: true, default).InTimeAsync();

        var rows = (await UsageAsync(Granularity.Month)).Rows;

        Assert.Equal((40m, 4m, 0.8m, 10m), (rows[5].Amount.ToDecimal(), rows[5].PerPerson, rows[5].PerSquareMetre, rows[5].Base?.ToDecimal()));
        Assert.Equal((100m, 5m, 2m, 10m), (rows[6].Amount.ToDecimal(), rows[6].PerPerson, rows[6].PerSquareMetre, rows[6].Base?.ToDecimal()));
        Assert.Equal(120m, Assert.Single((await UsageAsync(Granularity.Year)).Rows).Base?.ToDecimal());
    }

    [Fact]
    public async Task Given_a_meter_shared_by_headcount_that_changes_When_the_year_is_asked_for_Then_it_is_the_sum_of_the_months()
    {
        await Test.Agency.PutUnitAsync(Some.Unit(Unit) with { Headcount = [new(new DateOnly(2026, 1, 1), 10), new(new DateOnly(2026, 7, 1), 30)] }, "thu", default);
        await Test.Agency.PutUnitAsync(Some.Unit("hai") with { Headcount = [new(new DateOnly(2026, 1, 1), 10)] }, "thu", default);
        await Test.SendAsync(Meter, Some.Local(6, 30, 23), 0);
        await Test.SendAsync(Meter, Some.Local(7, 1), 100);
        await Test.SendAsync(Meter, Some.Local(7, 1, 1), 200);
        await Test.PutAsync(Meter, Some.NoChange with { Sharing = new Sharing(Storage.ReadingLog.ShareKey.Headcount, [new(Unit, 1), new("hai", 1)], "one floor") });

        Assert.Equal((125m, 75m), (await Test.UseAsync(Unit), await Test.UseAsync("hai")));
        Assert.Equal(125m, Assert.Single((await UsageAsync(Granularity.Year)).Rows).Amount.ToDecimal());
        await Test.Agency.PutUnitAsync(Some.Unit("hai") with { Headcount = [new(new DateOnly(2026, 1, 1), 10), new(new DateOnly(2026, 7, 1), 90)] }, "thu", default);
        await BoardSaysAsync(75m);
        await BoardSaysAsync(125m, "hai");
    }

    private static Instant Local2025(int month, int day) => AgencyCalendar.Vietnam.ToInstant(new DateTime(2025, month, day, 0, 0, 0, DateTimeKind.Unspecified));

    private Task<EntryResult?> DecideAsync(long version, bool approved) => Desk.DecideBaselineAsync(version, approved, "looked at", "head", default).InTimeAsync();

    private async Task<decimal?> BaseAsync()
    {
        await Test.UseAsync(Unit);
        return (await Test.Agency.UnitAsync(Unit, default).InTimeAsync())!.Metrics.Single(metric => metric.Metric == Some.Electricity).Facts.Months[0].Baseline?.ToDecimal();
    }

    private async Task<UsageView> UsageAsync(Granularity per)
    {
        var year = AgencyCalendar.Vietnam.Year(2026);
        return (await Desk.UsageAsync(new UsageQuery(null, Unit, "electricity", year.Start, year.End, per), default).InTimeAsync())!;
    }
}
