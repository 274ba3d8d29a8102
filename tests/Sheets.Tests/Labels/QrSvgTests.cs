using System.Xml.Linq;

namespace EmulationPlatform.Sheets.Tests;

public sealed class QrSvgTests
{
    /// <summary>The approved picture was read with an independent decoder (zbar) and gave the text.</summary>
    [Fact]
    public void Given_a_meters_link_When_drawn_Then_it_is_the_approved_picture() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "qr-approved.svg")).TrimEnd(),
            QrSvg.Markup("https://thidua.example.gov.vn/facilities/sources/dien-tang-2", "Công tơ \"Tầng 2\" <A&B>"));

    [Theory]
    [InlineData("1")]
    [InlineData("HTTPS://EXAMPLE.VN/1")]
    [InlineData("Công tơ điện – nhà A")]
    public void Given_any_text_When_drawn_Then_the_picture_is_plain_svg_with_four_free_modules_around(string text)
    {
        var svg = XElement.Parse(QrSvg.Markup(text, "Công tơ <1>"));

        Assert.DoesNotContain(svg.DescendantsAndSelf(), element => element.Name.LocalName is "script" or "style" || element.Attribute("style") is not null);
        Assert.Equal("Công tơ <1>", svg.Elements().First().Value);
        var side = int.Parse(svg.Attribute("viewBox")!.Value.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(1, (side - 8) % 4);
        Assert.StartsWith("M4 4h7v1h-7z", svg.Elements().Last().Attribute("d")!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void Given_no_text_or_too_much_When_drawn_Then_it_is_refused(int length) =>
        Assert.Throws<ArgumentException>(() => QrSvg.Markup(new string('a', length), "title"));

    [Fact]
    public void Given_the_longest_text_When_drawn_Then_it_is_a_code() =>
        Assert.Contains("<path", QrSvg.Markup(new string('ă', QrSvg.MostBytes / 2), "title"), StringComparison.Ordinal);
}
