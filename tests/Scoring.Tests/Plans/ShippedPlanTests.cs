using System.Text.RegularExpressions;
using EmulationPlatform.Modules.GreenOffice;
using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Plans;

public sealed class ShippedPlanTests
{
    private static readonly HashSet<string> Indicators = [.. new GreenOfficeModule().Indicators.Select(indicator => indicator.Id)];

    [Fact]
    public void Given_the_shipped_plan_When_read_Then_its_only_warning_is_that_more_targets_will_follow()
    {
        var result = PlanReader.Read(File("plans", "quang-ngai-ban-qlda.yaml"), "quang-ngai-ban-qlda.yaml", Indicators);

        var warning = Assert.Single(result.Problems);
        Assert.Contains("sum to 8, not 100", warning.Message, StringComparison.Ordinal);
        Assert.Equal(["S0-24.electricity", "S0-24.water"], result.Plan!.Targets.Select(target => target.Id));
        Assert.All(result.Plan.Targets, target => Assert.Equal(new Rule.NotAboveBase(2025), target.Rule));
    }

    [Fact]
    public void Given_the_shipped_plan_When_compared_with_the_agency_s_document_Then_every_quote_is_in_it_word_for_word()
    {
        var document = File("seeds", "0-quang-ngai-ban-qlda.txt").Replace("*", "", StringComparison.Ordinal);

        var plan = PlanReader.Read(File("plans", "quang-ngai-ban-qlda.yaml"), "plan").Plan!;

        Assert.All(plan.Targets, target => Assert.Contains(target.Quote, document, StringComparison.Ordinal));
    }

    [Fact]
    public void Given_the_format_s_description_When_its_example_is_read_Then_it_is_valid()
    {
        var example = Regex.Match(File("docs", "plan-format.md"), "```yaml\n(?<plan>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        var result = PlanReader.Read(example.Groups["plan"].Value, "plan-format.md", Indicators);

        Assert.Empty(result.Problems);
        Assert.Equal(new Rule.Reduce(2025, 0.1m, 2030), result.Plan!.Targets[0].Rule);
    }

    [Fact]
    public void Given_the_format_s_description_When_its_mistakes_are_made_Then_its_messages_come()
    {
        var page = File("docs", "plan-format.md");
        var example = Regex.Match(page, "```yaml\n(?<plan>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["plan"].Value;
        var rows = Regex.Matches(page, @"^\| `(?<written>[^`]+)` \| (?<message>'.+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.Equal(6, rows.Count);
        foreach (Match row in rows)
        {
            var written = row.Groups["written"].Value;
            var key = written[..written.IndexOf(':', StringComparison.Ordinal)].Replace("wieght", "weight", StringComparison.Ordinal);
            var line = new Regex($@"(?<!\w){key}: (""[^""]*""|[^\s,}}]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            var problems = PlanReader.Read(line.Replace(example, written, count: 1), "x.yaml").Problems;
            Assert.Contains(row.Groups["message"].Value, problems.Select(problem => problem.Message));
        }
    }

    private static string File(string folder, string name) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, folder, name));
}
