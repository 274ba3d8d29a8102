using EmulationPlatform.Sdk;
using EmulationPlatform.Web.Api.Endpoints;
using EmulationPlatform.Web.Http;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Api;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData("2026-07-31T14:05:00+07:00", "2026-07-31T07:05:00.000Z")]
    [InlineData("2026-07-31T14:05:00Z", "2026-07-31T14:05:00.000Z")]
    [InlineData("2026-07-31T14:05:00.25-01:30", "2026-07-31T15:35:00.250Z")]
    [InlineData("2026-07-31T14:05+07:00", "2026-07-31T07:05:00.000Z")]
    [InlineData("2026-07-31", "2026-07-30T17:00:00.000Z")]
    public void Given_a_time_or_a_date_When_parsed_Then_it_is_that_instant(string text, string expected)
    {
        Assert.True(TimeText.TryParseTimeOrDate(text, Some.Calendar, out var instant, out _));
        Assert.Equal(expected, instant.ToString());
    }

    [Theory]
    [InlineData("2026-07-31T14:05:00", "add an offset, such as +07:00")]
    [InlineData("2026-07-31T14:05", "add an offset, such as +07:00")]
    [InlineData("31/07/2026", "is not a time")]
    [InlineData("2026-02-30", "is not a time")]
    [InlineData("2026-07-31T25:00:00Z", "is not a time")]
    [InlineData("2026-07-31T14:05:00+7", "is not a time")]
    [InlineData("yesterday", "is not a time")]
    public void Given_no_time_When_parsed_Then_the_problem_says_what_to_write(string text, string says)
    {
        Assert.False(TimeText.TryParseTimeOrDate(text, Some.Calendar, out _, out var problem));
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_plus_sign_lost_in_an_address_When_mended_Then_it_is_back() =>
        Assert.Equal("2026-07-31T14:05:00+07:00", TimeText.MendPlus("2026-07-31T14:05:00 07:00"));

    [Theory]
    [InlineData(3_600_000, 3_600_000, 3_600_000)]
    [InlineData(3_600_001, 3_600_000, 7_200_000)]
    [InlineData(-1, -3_600_000, 0)]
    public void Given_a_moment_When_widened_Then_it_is_the_hours_around(long at, long down, long up)
    {
        Assert.Equal(new Instant(down), WholeHours.Down(new Instant(at)));
        Assert.Equal(new Instant(up), WholeHours.Up(new Instant(at)));
    }
}
