using EmulationPlatform.Scoring.Rules;

namespace EmulationPlatform.Scoring.Tests.Plans;

public sealed class PlanRuleTests
{
    private const string Written = "{ kind: notAboveBase, of: green-office.electricity, baseYear: 2025 }";
    private const string YesNo = "rule: { kind: yesNo, of: host.any }";
    private const string Part = "{ weight: 0.4, name: { vi: A, en: A }, " + YesNo;

    [Theory]
    [InlineData("kind: atLeast, of: host.any, value: 100%", "AtLeast: host.any line 0 -> 1")]
    [InlineData("kind: atLeast, of: host.any, value: 100", "AtLeast: host.any line 0 -> 100")]
    [InlineData("kind: atLeast, of: host.any, value: 90%, zeroAt: 12.5%", "AtLeast: host.any line 0.125 -> 0.9")]
    [InlineData("kind: atLeast, of: { ratio: [green-office.water, host.any] }, value: 1", "AtLeast: green-office.water/host.any line 0 -> 1")]
    [InlineData("kind: atLeast, of: host.any, value: { 2030: 100%, 2025: 0%, path: even }", "AtLeast: host.any line 0 -> [2025=0 2030=1 even]")]
    [InlineData("kind: atLeast, of: host.any, value: { 2026: 3, 2027: 4, path: byYear }", "AtLeast: host.any line 0 -> [2026=3 2027=4]")]
    [InlineData("kind: atMost, of: host.any, value: 5%, zeroAt: 20%", "AtMost: host.any line 0.2 -> 0.05")]
    [InlineData("kind: reduce, of: host.any, percent: 12.5, baseYear: 2025, byYear: 2030", "Reduce: host.any of 2025 line 1 -> [2025=1 2030=0.875 even]")]
    [InlineData("kind: reduce, of: host.any, percent: 50%, baseYear: 2025, byYear: 2030, perHead: true", "Reduce: host.any of 2025 per head line 1 -> [2025=1 2030=0.5 even]")]
    [InlineData("kind: notAboveBase, of: host.any, baseYear: 2025", "NotAboveBase: host.any of 2025 from any gives 1, over 1 gives 0")]
    [InlineData("kind: increase, of: host.any, percent: 10", "Increase: growth of host.any line 0 -> 0.1")]
    [InlineData("kind: increase, of: host.any, percent: 10%, zeroAt: -5%", "Increase: growth of host.any line -0.05 -> 0.1")]
    [InlineData("kind: count, of: host.any, value: 4", "Count: host.any line 0 -> 4 AtEnd")]
    [InlineData("kind: count, of: host.any, value: 12, proRata: true", "Count: host.any line 0 -> 12 ProRata")]
    [InlineData("kind: yesNo, of: host.any", "YesNo: host.any from 1 gives 1")]
    [InlineData("kind: rated, of: host.any", "Rated: host.any line 0 -> 4")]
    [InlineData("kind: rated, of: host.any, outOf: 10", "Rated: host.any line 0 -> 10")]
    [InlineData("kind: staged, of: host.any, gives: [0, 25%, 1]", "Staged: host.any from 0 gives 0, from 1 gives 0.25, from 2 gives 1")]
    [InlineData("kind: onTime, of: host.any", "OnTime: host.any from any gives 1, over 0 gives 0.5, over 3 gives 0")]
    [InlineData("kind: onTime, of: host.any, lateDays: 5, gives: 0.25", "OnTime: host.any from any gives 1, over 0 gives 0.25, over 5 gives 0")]
    [InlineData("kind: againstPeers, of: host.any, measure: median, better: lower", "AgainstPeers: host.any against Median lower line 0 -> 1")]
    [InlineData("kind: againstPeers, of: host.any, measure: best, better: higher, zeroAt: 50%", "AgainstPeers: host.any against Best line 0.5 -> 1")]
    public void Given_a_kind_of_rule_When_read_Then_it_is_a_figure_on_a_scale(string written, string rule)
    {
        Assert.Equal(rule, RuleWords.Of(Read($"{{ {written} }}")));
    }

    [Theory]
    [InlineData("atLeast: 3", "from 3 gives 1")]
    [InlineData("over: 3", "over 3 gives 1")]
    [InlineData("atMost: 0", "from any gives 1, over 0 gives 0")]
    [InlineData("under: 5%", "from any gives 1, from 0.05 gives 0")]
    [InlineData("atLeast: 3, atMost: 3", "from 3 gives 1, over 3 gives 0")]
    [InlineData("over: 1, under: 2", "over 1 gives 1, from 2 gives 0")]
    [InlineData("atLeast: 3, about: 10%", "from 2.7 gives 1")]
    [InlineData("atMost: -10, about: 10%", "from any gives 1, over -9 gives 0")]
    [InlineData("atLeast: -10, atMost: 20, about: 10%", "from -11 gives 1, over 22 gives 0")]
    [InlineData("atLeast: { 2026: 1, 2027: 2, path: byYear }", "from [2026=1 2027=2] gives 1")]
    public void Given_ends_to_pass_When_read_Then_they_are_steps(string ends, string scale)
    {
        Assert.Equal($"Pass: host.any {scale}", RuleWords.Of(Read($"{{ kind: pass, of: host.any, {ends} }}")));
    }

    [Theory]
    [InlineData("{ from: 0, gives: 0 }, { over: 3, gives: 50% }, { from: 5, gives: 1 }", "from 0 gives 0, over 3 gives 0.5, from 5 gives 1")]
    [InlineData("{ from: 3, gives: 1 }, { over: 3, gives: 0 }", "from 3 gives 1, over 3 gives 0")]
    [InlineData("{ from: { 2026: 1, 2030: 2, path: even }, gives: 1 }", "from [2026=1 2030=2 even] gives 1")]
    public void Given_a_table_When_read_Then_it_is_steps(string steps, string scale)
    {
        Assert.Equal($"Steps: host.any {scale}", RuleWords.Of(Read($"{{ kind: steps, of: host.any, steps: [ {steps} ] }}")));
    }

    [Theory]
    [InlineData("points: 2", "0 and 2 each, 0 to 60 of 60")]
    [InlineData("points: -2, start: 10", "10 and -2 each, 0 to 60 of 60")]
    [InlineData("points: 0.5, start: 1, least: 1, most: 5", "1 and 0.5 each, 1 to 5 of 60")]
    public void Given_points_per_event_When_read_Then_they_are_out_of_the_weight(string keys, string scale)
    {
        Assert.Equal($"Each: host.any {scale}", RuleWords.Of(Read($"{{ kind: each, of: host.any, {keys} }}")));
    }

    [Theory]
    [InlineData("kind: total, parts: [ { weight: -0.5, name: { vi: A, en: A }, rule: *each* } ]", 30)]
    [InlineData("kind: weighted, parts: [ { weight: 25%, name: { vi: A, en: A }, rule: *each* } ]", 15)]
    [InlineData("kind: highest, parts: [ { name: { vi: A, en: A }, rule: *each* } ]", 60)]
    [InlineData("kind: total, parts: [ { weight: 0.5, name: { vi: A, en: A }, rule: { kind: weighted, parts: [ { weight: 0.1, name: { vi: A, en: A }, rule: *each* } ] } } ]", 3)]
    public void Given_points_per_event_in_a_part_When_read_Then_they_are_out_of_the_part_s_points(string written, int outOf)
    {
        var words = RuleWords.Of(Read($"{{ {written.Replace("*each*", "{ kind: each, of: host.any, points: 1 }", StringComparison.Ordinal)} }}"));

        Assert.Contains($"0 to {outOf} of {outOf}", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_points_per_event_of_the_agency_alone_When_read_Then_they_are_out_of_its_weight()
    {
        var text = PlanText.With(
            $"weight: 60\n    rule: {Written}", "weight: { unit: 0, organisation: 60 }\n    rule: { kind: each, of: host.any, points: 1 }").Text;

        Assert.Equal("Each: host.any 0 and 1 each, 0 to 60 of 60", RuleWords.Of(PlanText.Read(text).Plan!.Targets[0].Rule));
    }

    [Theory]
    [InlineData("weighted", Part + " }", "Weighted(A 0.4 YesNo: host.any from 1 gives 1)")]
    [InlineData("total", "{ weight: -40%, name: { vi: A, en: A }, " + YesNo + " }", "Total(A -0.4 YesNo: host.any from 1 gives 1)")]
    [InlineData("lowest", "{ name: { vi: A, en: A }, " + YesNo + " }", "Lowest(A 1 YesNo: host.any from 1 gives 1)")]
    [InlineData("highest", "{ name: { vi: A, en: A }, " + YesNo + " }", "Highest(A 1 YesNo: host.any from 1 gives 1)")]
    [InlineData("first", "{ name: { vi: A, en: A }, " + YesNo + " }", "First(A 1 YesNo: host.any from 1 gives 1)")]
    [InlineData(
        "weighted",
        Part + ", when: { groups: [nhom-a, nhom-b], years: { from: 2028, to: 2030 }, level: unit } }, " + Part + ", when: { years: { from: 2028 } } }",
        "Weighted(A 0.4 YesNo: host.any from 1 gives 1 when nhom-a+nhom-b 2028-2030 Unit; A 0.4 YesNo: host.any from 1 gives 1 when  2028- )")]
    public void Given_parts_When_read_Then_they_are_combined(string kind, string parts, string rule)
    {
        Assert.Equal(rule, RuleWords.Of(Read($"{{ kind: {kind}, parts: [ {parts} ] }}")));
    }

    [Fact]
    public void Given_six_levels_When_read_Then_the_rule_is_read_and_a_seventh_is_refused()
    {
        Assert.NotNull(Read(Nested(levels: 6)));

        var error = PlanText.Read(PlanText.With(Written, Nested(levels: 7)).Text).Problems.Single();

        Assert.Contains("more than 6 levels", error.Message, StringComparison.Ordinal);
    }

    private static string Nested(int levels) => levels == 1
        ? "{ kind: atLeast, of: { ratio: [host.any, host.any] }, value: 1 }"
        : $"{{ kind: first, parts: [ {{ name: {{ vi: A, en: A }}, rule: {Nested(levels - 1)} }} ] }}";

    private static Rule? Read(string written) => PlanText.Changed(Written, written).Targets[0].Rule;
}
