using System.Text;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Web.Api.Bodies;

namespace EmulationPlatform.Web.Tests.Api;

public sealed class ReadingsBodyTests
{
    private const string At = "\"at\":\"2026-07-31T12:00:00+07:00\"";

    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("-3", "-3")]
    [InlineData("1e3", "1000")]
    [InlineData("0", "0")]
    public void Given_a_number_When_parsed_Then_it_is_taken(string value, string expected)
    {
        var reading = One($$"""{"source":"s",{{At}},"value":{{value}}}""");

        Assert.Null(reading.Problem);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), reading.Value);
    }

    [Theory]
    [InlineData("\"12,5\"", "12,5")]
    [InlineData("\"12.5\"", "without quotation marks")]
    [InlineData("NaN", "NaN")]
    [InlineData("Infinity", "Infinity")]
    [InlineData("-Infinity", "-Infinity")]
    [InlineData("1e400", "1e400 is out of range")]
    [InlineData("1e20", "out of range")]
    [InlineData("null", "missing")]
    [InlineData("true", "not a number")]
    [InlineData("[1]", "not a number")]
    public void Given_no_number_When_parsed_Then_the_problem_names_it(string value, string says)
    {
        var reading = One($$"""{"source":"s",{{At}},"value":{{value}}}""");

        Assert.Null(reading.Value);
        Assert.Contains(says, reading.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"source":"s","value":1}""", "at: It is missing")]
    [InlineData("""{"source":"s","at":"2026-07-31T12:00:00","value":1}""", "add an offset")]
    [InlineData("""{"source":"s","at":"2026-07-31","value":1}""", "at:")]
    [InlineData("""{"source":"s","at":"31/07/2026 12:00","value":1}""", "at:")]
    [InlineData("""{"source":"s","at":1785474000,"value":1}""", "at:")]
    [InlineData("""{"at":"2026-07-31T12:00:00Z","value":1}""", "source: It is missing")]
    [InlineData("""{"source":"s","at":"2026-07-31T12:00:00Z","value":1,"unit":"Wh"}""", "unit: This is not known")]
    [InlineData("7", "Write a list")]
    public void Given_a_wrong_reading_among_good_ones_When_parsed_Then_only_it_has_a_problem(string wrong, string says)
    {
        var good = $$"""{"source":"s",{{At}},"value":1}""";

        var readings = Parse($"[{good},{wrong},{good}]")!;

        Assert.Equal([true, false, true], readings.Select(reading => reading.Problem is null));
        Assert.Contains(says, readings[1].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"source\":\"NaN\",\"at\":\"2026-07-31T12:00:00Z\",\"value\":1}]", "NaN")]
    [InlineData("[{\"source\":\"a\\\"NaN\",\"at\":\"2026-07-31T12:00:00Z\",\"value\":1}]", "a\"NaN")]
    public void Given_the_word_within_a_text_When_parsed_Then_it_stays_as_it_is(string body, string source) =>
        Assert.Equal(source, Assert.Single(Parse(body)!).Source);

    [Theory]
    [InlineData("[")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    [InlineData("")]
    public void Given_a_body_that_is_no_list_When_parsed_Then_it_is_refused_whole(string body) => Assert.Null(Parse(body));

    private static PostedReading One(string reading) => Assert.Single(Parse($"[{reading}]")!);

    private static IReadOnlyList<PostedReading>? Parse(string body) => ReadingsBody.Parse(Encoding.UTF8.GetBytes(body), new FieldErrors());
}
