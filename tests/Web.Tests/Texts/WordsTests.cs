using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EmulationPlatform.Sdk;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Tests.Texts;

public sealed partial class WordsTests
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "source");

    [Theory]
    [InlineData("1234.55", 1, "1.234,6", "1,234.6")]
    [InlineData("0.05", 1, "0,1", "0.1")]
    [InlineData("-0.04", 1, "0,0", "0.0")]
    [InlineData("-3.05", 1, "−3,1", "−3.1")]
    [InlineData("1000000", 0, "1.000.000", "1,000,000")]
    [InlineData(null, 1, "—", "—")]
    public void Given_a_number_When_shown_Then_each_language_has_its_marks(string? value, int decimals, string vi, string en)
    {
        Assert.Equal(vi, Words.Vietnamese.Number(Parse(value), decimals));
        Assert.Equal(en, Words.English.Number(Parse(value), decimals));
    }

    [Theory]
    [InlineData("0.038", "+3,8%")]
    [InlineData("-0.03", "−3,0%")]
    [InlineData("0", "0,0%")]
    [InlineData("0.0001", "0,0%")]
    [InlineData(null, "—")]
    public void Given_a_change_When_shown_Then_it_has_its_sign(string? value, string expected) => Assert.Equal(expected, Words.Vietnamese.Change(Parse(value)));

    [Theory]
    [InlineData("12.345", "12,35")]
    [InlineData("12345.67", "12.345,7")]
    public void Given_an_amount_When_shown_Then_it_has_as_many_decimals_as_help(string value, string expected) =>
        Assert.Equal(expected, Words.Vietnamese.Amount(Parse(value)));

    [Theory]
    [InlineData(8, "8 giây trước", "8 s ago")]
    [InlineData(-5, "0 giây trước", "0 s ago")]
    [InlineData(150, "2 phút trước", "2 min ago")]
    [InlineData(7_300, "2 giờ trước", "2 h ago")]
    [InlineData(200_000, "2 ngày trước", "2 d ago")]
    public void Given_an_age_When_shown_Then_it_is_in_words(int seconds, string vi, string en)
    {
        Assert.Equal(vi, Words.Vietnamese.Age(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(en, Words.English.Age(TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void Given_a_time_When_shown_Then_it_is_day_first_on_a_24_hour_clock() =>
        Assert.Equal("31/07/2026 14:05", Words.Vietnamese.Time(new DateTimeOffset(2026, 7, 31, 14, 5, 9, TimeSpan.FromHours(7))));

    [Fact]
    public void Given_the_two_languages_When_compared_Then_both_have_every_word()
    {
        var (vi, en) = (Keys("Ui.resx"), Keys("Ui.en.resx"));

        Assert.Equal(vi.Keys.Order(StringComparer.Ordinal), en.Keys.Order(StringComparer.Ordinal));
        Assert.All(vi.Concat(en), pair => Assert.False(string.IsNullOrWhiteSpace(pair.Value), pair.Key));
        Assert.All(vi, pair => Assert.Equal(Places(pair.Value), Places(en[pair.Key])));
    }

    [Fact]
    public void Given_a_word_When_nothing_asks_for_it_Then_it_is_in_the_way()
    {
        var code = Code();
        var families = Families().Matches(code).Select(match => match.Groups["key"].Value).ToHashSet();

        var unused = Keys("Ui.resx").Keys.Where(key => !code.Contains($"\"{key}\"", StringComparison.Ordinal) && !families.Any(family => key.StartsWith(family, StringComparison.Ordinal)));

        Assert.Empty(unused);
    }

    [Fact]
    public void Given_the_code_When_it_asks_for_a_word_Then_it_exists()
    {
        var keys = Keys("Ui.resx").Keys.ToHashSet();

        var missing = Asked().Matches(Code()).Select(match => match.Groups["key"].Value).Where(key => !keys.Contains(key));

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("State.", typeof(DataState))]
    [InlineData("Explain.", typeof(DataState))]
    [InlineData("Kind.", typeof(SourceKind))]
    [InlineData("Direction.", typeof(FlowDirection))]
    [InlineData("Health.", typeof(Units.Views.SourceHealth))]
    public void Given_a_closed_set_of_words_When_shown_Then_each_has_a_text(string family, Type type) =>
        Assert.All(Enum.GetNames(type), name => Assert.NotEqual(family + name, Words.English[family + name]));

    private static decimal? Parse(string? value) => value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Keys(string file) => XDocument.Load(Path.Combine(Source, "Texts", file)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string Code() => string.Join('\n', Directory.EnumerateFiles(Source, "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Select(File.ReadAllText));

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex("[\\[(]\"(?<key>[A-Za-z.]+\\.)\" \\+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Families();

    [GeneratedRegex("(?i:words)(?:\\[|\\.Format\\()\"(?<key>[A-Za-z0-9.]+)\"[\\],]", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Asked();

    [GeneratedRegex("\\{\\d\\}", RegexOptions.None, 1_000)]
    private static partial Regex Place();
}
