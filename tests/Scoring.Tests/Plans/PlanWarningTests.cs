using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>Plans that can be used and that somebody should look at; the mark § stands where the warning is expected.</summary>
public sealed class PlanWarningTests
{
    private const string Rule = "rule: { kind: notAboveBase, of: green-office.electricity, baseYear: 2025 }";
    private const string FirstPart = "{ name: { vi: A, en: A }, rule: { kind: yesNo, of: host.any }";
    private const string Vd1 = "- id: VD-1\n    name: { vi: Điện, en: Power }\n    quote: \"100% các phòng tiết kiệm điện.\"\n    section: 3.10\n    rows: [S0-23, S0-44]\n    pillar: so\n    weight: ";

    [Theory]
    [InlineData(Vd1 + "60", "§" + Vd1 + "{ unit: 8, organisation: 60 }", "The weights of the units' sheet sum to 48, not 100")]
    [InlineData(Vd1 + "60", "§" + Vd1 + "{ unit: 60, organisation: 8 }", "The weights of the agency's sheet sum to 48, not 100")]
    [InlineData(Vd1 + "60", "§" + Vd1 + "60\n    level: unit", "The weights of the agency's sheet sum to 40, not 100")]
    [InlineData("from: 0,", "from: §10,", "below 10 belong to no band")]
    [InlineData("from: 50, to: null", "from: 50, to: §100", "Scores of 100 and more belong to no band")]
    [InlineData("from: 0,", "from: 0, to: §40,", "Scores from 40 to 50 belong to no band")]
    [InlineData("from: 0,", "from: 0, to: §60,", "Scores from 50 to 60 belong to two bands")]
    [InlineData("from: 2026-01-01, to: 2027-12-31", "from: §2025-12-14, to: 2027-12-31", "2025-12-14 is outside the plan's years 2026 to 2030")]
    [InlineData("from: 2026-01-01, to: 2027-12-31", "from: 2026-01-01, to: §2031-12-31", "2031-12-31 is outside")]
    [InlineData("year: 2027", "year: §2031", "2031 is outside the plan's years")]
    [InlineData("due: { every: year, before: 11-10 }", "due: { on: §2031-01-01 }", "2031-01-01 is outside")]
    [InlineData("due: null", "due: { before: §2025-01-01 }", "2025-01-01 is outside")]
    [InlineData("until: 2027-12-31", "until: §2031-12-31", "2031-12-31 is outside")]
    [InlineData("when: { every: year }", "when: { year: §2031 }", "2031 is outside")]
    [InlineData(Rule, "rule: { kind: notAboveBase, of: host.any, baseYear: §2026 }", "not before the plan's first year 2026")]
    [InlineData(Rule, "rule: { kind: reduce, of: host.any, percent: 10, baseYear: 2025, byYear: §2035 }", "after the plan's last year 2030")]
    [InlineData("figures:", "figures:\n  - { id: §host.unused, form: ratio, name: { vi: A, en: A } }", "No rule uses the figure 'host.unused'")]
    [InlineData("year: 2027", "year: §2029", "The review of 2029 is in no phase")]
    [InlineData("to: 2027-12-31, quote", "to: 2027-09-30, quote", "The review of 2027 is in no phase", "year: 2027")]
    [InlineData(Rule, "rule: { kind: first, parts: [ " + FirstPart + ", when: { groups: [nhom-a] } }, §" + FirstPart + ", when: { groups: [nhom-a] } } ] }", "Part 2 of 'first' is for the same as part 1")]
    [InlineData(Rule, "rule: { kind: first, parts: [ " + FirstPart + " }, §" + FirstPart + ", when: { groups: [nhom-a] } } ] }", "Part 2 of 'first' is for the same as part 1")]
    [InlineData("{ forms: [giay-khen], most: 5,", "§{ forms: [giay-khen],", "The quota has no limit")]
    [InlineData("most: 5,", "percentOfUnits: §120,", "'percentOfUnits' is 120, over 100")]
    [InlineData("most: 5,", "percentOfBand: { band: dat, percent: §120 },", "'percent' is 120, over 100")]
    public void Given_a_doubtful_plan_When_read_Then_it_is_usable_with_one_warning(string from, string to, string message, string? at = null)
    {
        var (text, line, column) = PlanText.With(from, to);
        if (at is not null)
        {
            (line, column) = PlaceOf(text, at);
        }

        var result = PlanText.Read(text);

        Assert.NotNull(result.Plan);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((ProblemSeverity.Warning, line, column), (problem.Severity, problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_gate_that_nothing_follows_from_When_read_Then_it_is_warned_of()
    {
        var text = PlanText.With("  - { gate: VD-3, then: atMost, band: chua-dat }", "  []").Text.Replace("gates: [VD-3]", "gates: []", StringComparison.Ordinal);

        var warning = Assert.Single(PlanText.Read(text).Problems);

        Assert.Equal(PlaceOf(text, "VD-3\n"), (warning.Line, warning.Column));
        Assert.StartsWith("Nothing follows when the gate 'VD-3' is open; add for example '{ gate: VD-3, then: hold }'", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_weight_over_a_whole_sheet_When_read_Then_it_is_warned_of_beside_the_sums()
    {
        var (text, line, column) = PlanText.With("weight: 60", "weight: §160");

        var problems = PlanText.Read(text).Problems;

        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => (problem.Line, problem.Column) == (line, column) && problem.Message.Contains("'weight' is 160", StringComparison.Ordinal));
    }

    [Fact]
    public void Given_dates_in_a_phase_that_reaches_further_When_read_Then_only_the_phase_is_warned_of()
    {
        var text = PlanText.With("to: 2027-12-31", "to: 2031-12-31").Text.Replace("year: 2027", "year: 2031", StringComparison.Ordinal);

        var warning = Assert.Single(PlanText.Read(text).Problems);

        Assert.StartsWith("2031-12-31", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_closed_plan_When_its_weights_are_no_whole_Then_nobody_is_warned()
    {
        var text = PlanText.With("state: active", "state: closed").Text.Replace("weight: 60", "weight: 6", StringComparison.Ordinal);

        Assert.Empty(PlanText.Read(text).Problems);
    }

    /// <summary>Where a warning about one place comes from a change at another.</summary>
    private static (int Line, int Column) PlaceOf(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal) + (words.StartsWith("year: ", StringComparison.Ordinal) ? "year: ".Length : 0);
        return (text[..at].Count(letter => letter == '\n') + 1, at - text.LastIndexOf('\n', at));
    }
}
