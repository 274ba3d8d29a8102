using System.Text.RegularExpressions;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Web.Parts;
using EmulationPlatform.Web.Tests.Support;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Tests.Pages;

/// <summary>Why something could not be used, in the words of whoever reads it.</summary>
public sealed partial class QuarantineTests
{
    private static readonly string[] Folders = ["host", "connectors", "modules"];

    [Theory]
    [InlineData("vi", "futureTime", "tương lai")]
    [InlineData("en", "futureTime", "the future")]
    [InlineData("vi", "notANumber", "không phải là số")]
    [InlineData("vi", "wordOfAPlugin", "wordOfAPlugin")]
    public async Task Given_a_reason_When_shown_Then_it_is_in_the_readers_language_with_the_details_beside_it(string language, string code, string expected)
    {
        var entry = new QuarantineView(7, "mqtt", "a/b", "x"u8.ToArray(), code, "The time 2031 is more than 5 minutes ahead.", Some.At(9), null);

        var page = await Support.Pages.RenderAsync<QuarantineTable>(
            Words.In(language), (nameof(QuarantineTable.Entries), new[] { entry }), (nameof(QuarantineTable.Calendar), Some.Calendar), (nameof(QuarantineTable.CanReplay), false));

        Assert.Contains(expected, page.QuerySelectorAll("td")[1].FirstChild!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The time 2031", page.QuerySelector("small[lang=en]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_the_code_When_it_puts_something_into_quarantine_Then_its_word_has_a_text()
    {
        var code = string.Join('\n', Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository(), folder), "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText));

        var codes = Rejections().Matches(code).Select(match => match.Groups["code"].Value).Distinct().ToList();

        Assert.True(codes.Count >= 9, string.Join(", ", codes));
        Assert.All(codes, known => Assert.NotNull(Words.English.Find("Quarantine.Why." + known)));
    }

    private static string Repository([System.Runtime.CompilerServices.CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex("(?:RejectedPart|Reject)\\(\\s*(?:reading, index, )?\"(?<code>[A-Za-z]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Rejections();
}
