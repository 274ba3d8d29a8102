using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Sheets.Tests;

public sealed class NumberTextTests
{
    public static TheoryData<NumberForm, string, string> Numbers => DataFile.Cases<NumberForm>("numbers.csv");

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Given_a_text_When_read_in_the_declared_form_Then_it_is_that_number_or_refused(NumberForm form, string text, string expected)
    {
        var ok = NumberText.TryParse(text, form, out var value);

        Assert.Equal(expected, ok ? value.ToString(CultureInfo.InvariantCulture) : "error");
    }

    [Theory]
    [InlineData(1234.5, 2, NumberForm.Vietnamese, "1234,50")]
    [InlineData(1234.5, 2, NumberForm.Invariant, "1234.50")]
    [InlineData(-0.125, 2, NumberForm.Vietnamese, "-0,13")]
    [InlineData(2.5, 0, NumberForm.Invariant, "3")]
    [InlineData(-0.001, 1, NumberForm.Invariant, "0.0")]
    public void Given_a_number_When_written_Then_it_has_the_form_and_decimals(double value, int decimals, NumberForm form, string expected) =>
        Assert.Equal(expected, NumberText.Format((decimal)value, decimals, form));

    [Fact]
    public void Given_any_number_When_written_and_read_in_one_form_Then_it_is_the_same() =>
        Prop.ForAll<int, int, bool>((whole, micro, vietnamese) =>
        {
            var form = vietnamese ? NumberForm.Vietnamese : NumberForm.Invariant;
            var value = whole + (micro % 1_000_000 / 1_000_000m);
            return NumberText.TryParse(NumberText.Format(value, 6, form), form, out var read) && read == value;
        }).QuickCheckThrowOnFailure();
}
