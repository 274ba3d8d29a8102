using System.Globalization;

namespace EmulationPlatform.Sheets.Tests;

public sealed class TimeTextTests
{
    public static TheoryData<TimeForm, string, string> Times => DataFile.Cases<TimeForm>("times.csv");

    [Theory]
    [MemberData(nameof(Times))]
    public void Given_a_text_When_read_in_the_declared_form_Then_it_is_that_moment_or_refused(TimeForm form, string text, string expected)
    {
        var ok = TimeText.TryParse(text, form, out var time);

        var shown = string.Create(CultureInfo.InvariantCulture, $"{time.WallClock:yyyy-MM-ddTHH:mm:ss.fffffff}|{time.Offset?.TotalMinutes}");
        Assert.Equal(expected, ok ? shown : "error");
    }

    [Theory]
    [InlineData(TimeForm.IsoLocal, "2026-11-10", true)]
    [InlineData(TimeForm.IsoWithOffset, "2026-11-10", true)]
    [InlineData(TimeForm.Vietnamese, "10/11/2026", true)]
    [InlineData(TimeForm.Vietnamese, "31/11/2026", false)]
    [InlineData(TimeForm.Vietnamese, "2026-11-10", false)]
    [InlineData(TimeForm.IsoLocal, "10/11/2026", false)]
    [InlineData(TimeForm.IsoLocal, "2026-11-10T00:00", false)]
    [InlineData(TimeForm.IsoLocal, "", false)]
    public void Given_a_text_When_read_as_a_day_Then_only_the_declared_form_is_taken(TimeForm form, string text, bool taken)
    {
        var ok = TimeText.TryParseDate(text, form, out var date);

        Assert.Equal(taken, ok);
        Assert.Equal(taken ? new DateOnly(2026, 11, 10) : default, date);
    }

    [Fact]
    public void Given_a_time_without_offset_When_asked_for_the_instant_Then_the_agencys_offset_counts()
    {
        Assert.True(TimeText.TryParse("10/11/2026 07:30", TimeForm.Vietnamese, out var local));
        Assert.True(TimeText.TryParse("2026-11-10T07:30:00Z", TimeForm.IsoWithOffset, out var utc));

        Assert.Equal(new DateTimeOffset(2026, 11, 10, 7, 30, 0, TimeSpan.FromHours(7)), local.At(TimeSpan.FromHours(7)));
        Assert.Equal(new DateTimeOffset(2026, 11, 10, 7, 30, 0, TimeSpan.Zero), utc.At(TimeSpan.FromHours(7)));
    }
}
