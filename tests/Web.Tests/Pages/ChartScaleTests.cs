using EmulationPlatform.Web.Parts;

namespace EmulationPlatform.Web.Tests.Pages;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData("0", "1")]
    [InlineData("0.07", "0.08")]
    [InlineData("1", "1")]
    [InlineData("33", "40")]
    [InlineData("1840", "2000")]
    [InlineData("12001", "20000")]
    public void Given_the_greatest_value_When_the_scale_is_made_Then_its_top_reads_well(string greatest, string top) =>
        Assert.Equal(Parse(top), ChartScale.RoundUp(Parse(greatest)));

    [Fact]
    public void Given_a_month_without_data_When_drawn_Then_the_line_breaks_there()
    {
        var line = Line(10, 20, null, 30, 40, 50);

        var pieces = new ChartScale(line).Pieces(line, month => month.Used);

        Assert.Equal([2, 3], pieces.Select(piece => piece.Split(' ').Length));
    }

    [Fact]
    public void Given_the_scale_When_values_are_placed_Then_zero_is_at_the_foot_and_the_top_at_the_head()
    {
        var scale = new ChartScale(Line(10));

        Assert.Equal(ChartScale.Height - ChartScale.Bottom, scale.Y(0));
        Assert.Equal(ChartScale.Top, scale.Y(scale.Greatest));
    }

    private static YearLine Line(params decimal?[] used) => new(
        "kWh", 2026, null, false,
        [.. Enumerable.Range(0, 12).Select(month => new YearLine.Month(month + 1, month < used.Length ? used[month] : null, null, null, true, false))]);

    private static decimal Parse(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
