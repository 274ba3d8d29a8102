using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Storage.Tests;

/// <summary>Sums over days on disk are those of the hours, wherever a range begins and ends.</summary>
public sealed class HourSumTests
{
    /// <summary>Midnight of 1 March 2026 in Vietnam.</summary>
    private static readonly Hour Midnight = Hour.Of(Instant.From(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(7))));

    public static TheoryData<int, int> Ranges => new()
    {
        { 0, 24 }, { 0, 120 }, { 5, 19 }, { 5, 24 }, { 5, 25 }, { 23, 49 }, { -30, 200 }, { 24, 24 }, { 30, 29 }, { -50, -40 }, { 47, 48 }, { 1, 119 },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public async Task Given_hours_over_days_When_a_range_is_summed_Then_it_is_the_sum_of_its_hours(int from, int to)
    {
        await using var test = await FilledAsync();
        var (start, end) = (At(from), At(to));

        var (hours, sum, steps) = test.Database.Read(connection => (
            HourTable.Range(connection, 1, start, end), HourTable.Sum(connection, 1, start, end), HourTable.Steps(connection, 1, start, end)));

        var expected = hours.Aggregate(default(HourSum), (all, hour) => all + hour.Cell);
        Assert.Equal(expected, sum);
        Assert.Equal(expected, steps.Aggregate(default(HourSum), (all, step) => all + step.Sum));
        Assert.Equal(steps.OrderBy(step => step.Start), steps);
        Assert.All(steps, step => Assert.True(step.Start >= start && step.Start < end));
    }

    [Fact]
    public async Task Given_five_days_When_read_in_steps_Then_whole_days_are_one_row_each()
    {
        await using var test = await FilledAsync();

        var steps = test.Database.Read(connection => HourTable.Steps(connection, 1, At(-2), At(121)));

        Assert.Equal([At(0), At(24), At(48), At(72), At(96)], steps.Select(step => step.Start));
        Assert.True(HourTable.IsStep(At(24)));
        Assert.False(HourTable.IsStep(At(25)));
    }

    [Fact]
    public async Task Given_a_source_that_is_derived_again_When_cleared_Then_its_days_are_gone_with_its_hours()
    {
        await using var test = await FilledAsync();

        await test.Database.WriteAsync(connection => HourTable.Clear(connection, 1));

        Assert.Equal((0, 0), (test.Count("hour"), test.Count("day")));
    }

    /// <summary>Five days of hours in an order that a fold of late readings could have, each written in two parts.</summary>
    private static async Task<TestDatabase> FilledAsync()
    {
        var test = await TestDatabase.NewAsync();
        foreach (var part in (int[])[1, 2])
        {
            var request = new CommitRequest();
            request.Hours.AddRange(Enumerable.Range(0, 120).Select(hour => (hour * 7) % 120)
                .Select(hour => new HourRow(1, At(hour), new HourCell(new Amount((hour + 1) * part), 1_000 * part, hour % 3, hour % 5))));
            Assert.True(await test.CommitAsync(request));
        }

        return test;
    }

    private static Hour At(int hour) => new(Midnight.Index + hour);
}
