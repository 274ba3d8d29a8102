using EmulationPlatform.Web.Pages.Forms;
using EmulationPlatform.Web.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace EmulationPlatform.Web.Tests.Facilities;

public sealed class FormReaderTests
{
    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("-3", "-3")]
    [InlineData("12,5", null)]
    [InlineData("1.234,5", null)]
    [InlineData("1e5", null)]
    [InlineData("0x10", null)]
    public void Given_a_number_field_When_read_Then_only_a_plain_number_counts(string text, string? expected)
    {
        var form = Form(("value", text));

        var value = form.Number("value");

        Assert.Equal(expected, value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected is null ? "value" : null, form.WrongField);
    }

    [Theory]
    [InlineData("2026-07-31T12:00", true)]
    [InlineData("2026-07-31T12:00:30", true)]
    [InlineData("31/07/2026 12:00", false)]
    [InlineData("", false)]
    public void Given_a_time_field_When_read_Then_it_is_the_agencys_wall_clock(string text, bool isTime)
    {
        var form = Form(("at", text));

        var at = form.NeedTime("at");

        Assert.Equal(isTime, form.IsFine);
        Assert.Equal(isTime, at >= Some.At(12) && at < Some.At(12, 1));
    }

    [Fact]
    public void Given_two_wrong_fields_When_read_Then_the_first_is_told()
    {
        var form = Form(("value", "x"), ("reason", ""));

        _ = (form.Number("value"), form.Reason());

        Assert.Equal("value", form.WrongField);
        Assert.NotEqual(form.Problem!.Vi, form.Problem.En);
    }

    private static FormReader Form(params (string Name, string Value)[] fields) =>
        new(new FormCollection(fields.ToDictionary(field => field.Name, field => new Microsoft.Extensions.Primitives.StringValues(field.Value))), Some.Calendar);
}
