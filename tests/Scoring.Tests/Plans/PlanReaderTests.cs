using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Plans;

public sealed class PlanReaderTests
{
    private const string Good = """
        plan: vi-du
        version: 1
        name: { vi: Ví dụ, en: Example }
        agency: { vi: Cơ quan, en: Agency }
        years: { from: 2026, to: 2030 }
        groups:
          - { id: nhom-a, name: { vi: Nhóm A, en: Group A } }
        bands:
          - { id: dat, from: 50, name: { vi: Đạt, en: Passed } }
          - { id: chua-dat, from: 0, name: { vi: Chưa đạt, en: Not passed } }
        ranking: { coveragePercent: 80 }
        targets:
          - id: VD-1
            name: { vi: Điện, en: Power }
            quote: "100% các phòng tiết kiệm điện."
            section: 3.10
            indicator: green-office.electricity
            weight: 100
            defaultRule: { kind: notAboveBase, baseYear: 2025 }
            approved: null
        """;

    [Fact]
    public void Given_a_good_file_When_read_Then_the_plan_is_complete_and_without_problems()
    {
        var result = PlanReader.Read(Good, "vi-du.yaml", new HashSet<string> { "green-office.electricity" });

        Assert.Empty(result.Problems);
        var target = result.Plan!.Targets.Single();
        Assert.Equal(("vi-du", 1, 2026, 2030, 0.80m), (result.Plan.Id, result.Plan.Version, result.Plan.FirstYear, result.Plan.LastYear, result.Plan.RankingCoverage));
        Assert.Equal(("VD-1", "3.10", 100m, TimeSpan.FromHours(26)), (target.Id, target.Section, target.Weight, target.Freshness));
        Assert.Equal(new Rule.NotAboveBase(2025), target.Rule);
        Assert.Equal(["dat", "chua-dat"], result.Plan.Bands.Select(band => band.Id));
    }

    [Fact]
    public void Given_a_decision_When_read_Then_its_rule_is_in_force()
    {
        var text = Good.Replace(
            "approved: null",
            "approved: { number: 45/QĐ-BQLDA, post: Giám đốc, date: 2026-03-15, rule: { kind: reduce, percent: 12.5, baseYear: 2025, byYear: 2030 } }",
            StringComparison.Ordinal);

        var target = PlanReader.Read(text, "vi-du.yaml").Plan!.Targets.Single();

        Assert.Equal(new ApprovedRule(new Rule.Reduce(2025, 0.125m, 2030), "45/QĐ-BQLDA", "Giám đốc", new DateOnly(2026, 3, 15)), target.Approved);
        Assert.Equal(target.Approved!.Rule, target.Rule);
    }

    [Theory]
    [InlineData("plan: vi-du", "plan: Ví Dụ", 1, 7, "is no plan")]
    [InlineData("plan: vi-du\n", "", 1, 1, "'plan' is missing")]
    [InlineData("version: 1", "version: 1.5", 2, 10, "whole number")]
    [InlineData("version: 1", "version: [1]", 2, 10, "must be one value")]
    [InlineData("version: 1", "version: 0", 2, 10, "from 1 to 1000000")]
    [InlineData("version: 1", "version: 1\nversion: 2", 3, 1, "written twice")]
    [InlineData("version: 1", "version: 1\nauthor: X", 3, 1, "'author' is not known here; the keys of this block are plan, version, name")]
    [InlineData("{ vi: Ví dụ, en: Example }", "Ví dụ", 3, 7, "'name' must be a block")]
    [InlineData("{ vi: Ví dụ, en: Example }", "{ vi: Ví dụ, en: }", 3, 24, "'en' is empty")]
    [InlineData("to: 2030 }", "to: 2025 }", 5, 26, "2026 or later")]
    [InlineData("  - { id: nhom-a,", "  - { id: nhom-a, name: { vi: X, en: X } }\n  - { id: nhom-a,", 8, 11, "Another group")]
    [InlineData("id: chua-dat, from: 0", "id: dat, from: 0", 10, 11, "Another band")]
    [InlineData("from: 0,", "from: 50,", 10, 27, "from the best to the lowest")]
    [InlineData("from: 50,", "from: 150,", 9, 22, "from 0 to 100")]
    [InlineData("coveragePercent: 80", "coveragePercent: 101", 11, 29, "from 0 to 100")]
    [InlineData("coveragePercent: 80", "coveragePercent: 80, quota: 1", 11, 33, "'quota' is not known here; the keys of this block are coveragePercent")]
    [InlineData("  - id: VD-1", "  - id: VD 1", 13, 9, "is no id")]
    [InlineData("\"100% các phòng tiết kiệm điện.\"", "\" \"", 15, 12, "'quote' is empty")]
    [InlineData("\"100% các phòng tiết kiệm điện.\"", "~", 15, 12, "'quote' is empty")]
    [InlineData("green-office.electricity", "electricity", 17, 16, "is no indicator")]
    [InlineData("weight: 100", "weight: 0", 18, 13, "over 0 and at most 100")]
    [InlineData("weight: 100", "weight: -1", 18, 13, "over 0 and at most 100")]
    [InlineData("weight: 100", "weight: 12,5", 18, 13, "a point for decimals")]
    [InlineData("weight: 100", "weight: 1e2", 18, 13, "is no number")]
    [InlineData("weight: 100", "weight: .inf", 18, 13, "is no number")]
    [InlineData("weight: 100", "weight: \"4\"", 18, 13, "without quotes")]
    [InlineData("weight: 100", "weight: 100\n    freshForHours: 0", 19, 20, "over 0")]
    [InlineData("notAboveBase", "atMostBase", 19, 26, "write one of notAboveBase, reduce")]
    [InlineData("baseYear: 2025 }", "baseYear: 2025, percent: 10 }", 19, 56, "the keys of this block are kind, baseYear")]
    [InlineData("notAboveBase, baseYear: 2025", "reduce, percent: 101, baseYear: 2025, byYear: 2030", 19, 43, "over 0 and at most 100")]
    [InlineData("notAboveBase, baseYear: 2025", "reduce, percent: 10, baseYear: 2025, byYear: 2025", 19, 71, "a year after the base year 2025")]
    [InlineData("approved: null", "approved: { number: 45, post: Giám đốc, date: 15/03/2026, rule: { kind: notAboveBase, baseYear: 2025 } }", 20, 51, "year-month-day")]
    [InlineData("approved: null", "approved: yes", 20, 15, "'approved' must be a block")]
    [InlineData("approved: null", "approved: *x", 20, 15, "write the value itself")]
    [InlineData("approved: null", "approved: !!str x", 20, 15, "tags (!)")]
    [InlineData("approved: null", "approved: null\n---\nplan: b", 21, 1, "one plan per file")]
    public void Given_one_mistake_When_read_Then_one_error_says_where_and_what_to_write(string from, string to, int line, int column, string message)
    {
        var result = PlanReader.Read(Replaced(from, to), "vi-du.yaml");

        Assert.Null(result.Plan);
        var problem = Assert.Single(result.Problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith($"vi-du.yaml:{line}:{column}: error: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weight: 100", "weight: 8", 13, 3, "sum to 8, not 100")]
    [InlineData("from: 0,", "from: 10,", 9, 3, "below 10 belong to no band")]
    [InlineData("green-office.electricity", "green-office.gas", 17, 16, "known are green-office.electricity")]
    [InlineData("baseYear: 2025", "baseYear: 2026", 19, 18, "not before the plan's first year")]
    [InlineData("notAboveBase, baseYear: 2025", "reduce, percent: 10, baseYear: 2025, byYear: 2035", 19, 18, "after the plan's last year 2030")]
    public void Given_a_doubtful_plan_When_read_Then_it_is_usable_with_a_warning(string from, string to, int line, int column, string message)
    {
        var result = PlanReader.Read(Replaced(from, to), "vi-du.yaml", new HashSet<string> { "green-office.electricity" });

        Assert.NotNull(result.Plan);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((ProblemSeverity.Warning, line, column), (problem.Severity, problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_many_mistakes_When_read_Then_all_are_listed_in_the_order_of_the_file()
    {
        var text = Good
            .Replace("version: 1", "version: one", StringComparison.Ordinal)
            .Replace("from: 50,", "from: 500,", StringComparison.Ordinal)
            .Replace("weight: 100", "wieght: 100", StringComparison.Ordinal)
            .Replace("notAboveBase", "magic", StringComparison.Ordinal);

        var problems = PlanReader.Read(text, "vi-du.yaml").Problems;

        Assert.Equal([2, 9, 13, 18, 19], problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("# only a remark\n", "the file is empty")]
    [InlineData("- a\n- b\n", "A plan must be a block of keys")]
    [InlineData("plan: \"open\nversion: 1", "cannot be read from here on")]
    [InlineData("plan: a\n\tversion: 1", "cannot be read from here on")]
    public void Given_no_plan_at_all_When_read_Then_the_error_says_so(string text, string message)
    {
        var result = PlanReader.Read(text, "x.yaml");

        Assert.Null(result.Plan);
        Assert.Contains(message, Assert.Single(result.Problems).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Given_a_hostile_depth_When_read_Then_it_is_refused()
    {
        var result = PlanReader.Read("plan: " + new string('[', 100_000), "x.yaml");

        Assert.Contains("Too many levels", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
    }

    private static string Replaced(string from, string to)
    {
        Assert.Contains(from, Good, StringComparison.Ordinal);
        var at = Good.IndexOf(from, StringComparison.Ordinal);
        return string.Concat(Good.AsSpan(0, at), to, Good.AsSpan(at + from.Length));
    }
}
