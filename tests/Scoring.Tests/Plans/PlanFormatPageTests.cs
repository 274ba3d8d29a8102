using System.Text.RegularExpressions;
using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>What docs/plan-format.md shows is what the reader does.</summary>
public sealed partial class PlanFormatPageTests
{
    private static readonly HashSet<string> Known = ["green-office.electricity"];

    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "plan-format.md"));

    private static readonly string Example = string.Concat(Blocks.Matches(Page).Select(block => block.Groups["yaml"].Value));

    [GeneratedRegex("```yaml\n(?<yaml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Blocks { get; }

    [GeneratedRegex(@"^\| `(?<written>[^`]+: [^`]+)` \| (?<message>('|Nothing).+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Messages { get; }

    public static IEnumerable<object[]> Mistakes => Messages.Matches(Page).Select(row => new object[] { row.Groups["written"].Value, row.Groups["message"].Value });

    [Fact]
    public void Given_the_examples_of_the_page_When_read_as_one_file_Then_they_are_a_valid_plan()
    {
        Assert.Empty(PlanReader.Read(Example, "plan-format.md", Known).Problems);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Given_a_mistake_of_the_page_When_it_is_made_in_the_example_Then_its_message_comes(string written, string message)
    {
        var key = written[..written.IndexOf(':', StringComparison.Ordinal)].Replace("wieght", "weight", StringComparison.Ordinal);
        var place = new Regex($@"(?<!\w){key}: (""[^""]*""|\{{[^}}]*\}}|[^\s,}}]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        var problems = PlanReader.Read(place.Replace(Example, written.Replace("$", "$$", StringComparison.Ordinal), count: 1), "x.yaml", Known).Problems;

        Assert.Contains(message, problems.Select(problem => problem.Message));
    }
}
