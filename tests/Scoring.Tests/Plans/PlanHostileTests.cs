using System.Text.RegularExpressions;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>Whatever stands in a file, the reader answers with problems and not with an exception.</summary>
public sealed partial class PlanHostileTests
{
    private const string Rules = """
        rule: { kind: total, parts: [ { weight: 0.4, name: { vi: A, en: A }, when: { groups: [nhom-a], years: { from: 2028, to: 2030 }, level: unit }, rule: { kind: atLeast, of: { ratio: [host.any, host.any] }, value: { 2025: 0%, 2030: 100%, path: even }, zeroAt: -1 } }, { weight: 0.6, name: { vi: B, en: B }, rule: { kind: steps, of: host.any, steps: [ { from: 0, gives: 0 }, { over: 3, gives: 0.5 } ] } }, { weight: -1, name: { vi: C, en: C }, rule: { kind: each, of: host.any, points: -2, start: 10, least: 1, most: 12 } }, { weight: 1, name: { vi: D, en: D }, rule: { kind: pass, of: host.any, over: 3, atMost: 5, about: 10% } }, { weight: 1, name: { vi: D, en: D }, rule: { kind: staged, of: host.any, gives: [0, 0.5, 1] } } ] }
        """;

    private static readonly string Text = PlanText.With("rule: { kind: notAboveBase, of: green-office.electricity, baseYear: 2025 }", Rules).Text;

    [GeneratedRegex(@"(?<=[\w-]: )(""[^""]*""|[^\s\[{][^,}\]\n]*)|(?<=\[|, )[\w.%-]+(?=,|\])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Values { get; }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[x, [y]]")]
    [InlineData("{ 2025: 1, x: y, path: even }")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("999999999999%")]
    [InlineData("9999999999999999999999999999999999")]
    [InlineData("9999-12-31")]
    [InlineData("\"\"")]
    public void Given_something_else_in_any_place_When_read_Then_there_is_a_plan_or_an_error(string other)
    {
        Assert.NotNull(PlanText.Read(Text).Plan);
        foreach (Match value in Values.Matches(Text))
        {
            var result = PlanText.Read(string.Concat(Text.AsSpan(0, value.Index), other, Text.AsSpan(value.Index + value.Length)));

            Assert.True(result.Plan is not null || result.Problems.Count > 0, value.Value);
        }
    }

    [Fact]
    public void Given_a_line_or_a_piece_is_gone_When_read_Then_there_is_a_plan_or_an_error()
    {
        for (var at = 0; at < Text.Length - 12; at += 5)
        {
            var result = PlanText.Read(Text.Remove(at, 12));

            Assert.True(result.Plan is not null || result.Problems.Count > 0);
        }
    }
}
