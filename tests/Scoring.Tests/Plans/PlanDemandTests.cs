using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>Whether rules fit their figures and answers change something; the mark § stands where the error is expected.</summary>
public sealed class PlanDemandTests
{
    private const string Rule = "{ kind: notAboveBase, of: green-office.electricity, baseYear: 2025 }";
    private const string Long = "{ id: long, name: { vi: Lỏng, en: Loose } }";
    private const string Chat = "dues: { bao-cao: { every: year, by: 11-10 } }";

    private const string Figures = """
        figures:
          - { id: host.share, form: ratio, name: { vi: A, en: A } }
          - { id: host.number, form: number, name: { vi: A, en: A } }
          - { id: host.stage, form: stage, name: { vi: A, en: A }, stages: [ { vi: a, en: a }, { vi: b, en: b }, { vi: c, en: c } ] }
        """;

    [Theory]
    [InlineData("kind: atLeast, of: host.share, value: §100", "'host.share' is a ratio from 0 to 1, so 100 means 10000%; write for example '90%' or 0.9")]
    [InlineData("kind: atLeast, of: host.share, value: §{ 2025: 0%, 2030: 100, path: even }", "so 100 means 10000%")]
    [InlineData("kind: atMost, of: host.share, value: §5, zeroAt: 20", "so 5 means 500%")]
    [InlineData("kind: count, of: host.share, value: §3", "so 3 means 300%")]
    [InlineData("kind: pass, of: host.share, over: §90", "so 90 means 9000%")]
    [InlineData("kind: steps, of: host.share, steps: §[ { from: 50, gives: 1 } ]", "so 50 means 5000%")]
    [InlineData("kind: staged, of: host.stage, gives: §[0, 1]", "'gives' has 2 shares, but 'host.stage' has 3 stages")]
    [InlineData("kind: staged, of: §host.share, gives: [0, 1]", "'staged' judges a figure of the form stage, but 'host.share' has the form ratio; write 'form: stage' there")]
    [InlineData("kind: rated, of: §host.number", "'rated' judges a figure of the form rating, but 'host.number' has the form number")]
    [InlineData("kind: onTime, of: §host.number", "form submission")]
    [InlineData("kind: reduce, of: §host.number, percent: 10, baseYear: 2025, byYear: 2030", "form amount")]
    [InlineData("kind: notAboveBase, of: §host.share, baseYear: 2025", "form amount")]
    [InlineData("kind: yesNo, of: §host.share", "form yesNo")]
    [InlineData("kind: weighted, parts: [ { weight: 1, name: { vi: A, en: A }, rule: { kind: yesNo, of: §host.stage } } ]", "form yesNo")]
    public void Given_a_rule_that_cannot_judge_its_figure_When_read_Then_one_error_says_where(string rule, string message)
    {
        var text = PlanText.Whole.Replace("figures:", Figures, StringComparison.Ordinal).Replace(Rule, $"{{ {rule} }}", StringComparison.Ordinal);
        var mark = text.IndexOf(PlanText.Mark, StringComparison.Ordinal);
        var line = text[..mark].Count(letter => letter == '\n') + 1;

        var problem = Assert.Single(PlanText.Read(text.Remove(mark, 1)).Problems, problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal((line, mark - text.LastIndexOf('\n', mark)), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("figures:", "figures:\n  - { id: §host.report-nam, form: submission, name: { vi: A, en: A } }", "No duty belongs to 'host.report-nam', so it would never be due; name it 'host.report-' and the id of a duty, for example 'host.report-bao-cao'")]
    [InlineData("yearStarts: 12-15", "yearStarts: 12-15\ndeclareWith: §bao-cao-nam", "Nothing has the id 'bao-cao-nam'; write one of bao-cao")]
    [InlineData("yearStarts: 12-15", "yearStarts: 12-15\ndeclareWith: §VD-1", "here a duty is named")]
    public void Given_a_report_without_a_duty_When_read_Then_one_error_says_where(string from, string to, string message)
    {
        PlanErrorTests.AssertError(from, to, message);
    }

    [Fact]
    public void Given_a_duty_that_comes_once_When_figures_are_declared_with_it_Then_it_is_refused()
    {
        var text = PlanText.With("yearStarts: 12-15", "yearStarts: 12-15\ndeclareWith: bao-cao").Text.Replace("due: { every: year, before: 11-10 }", "due: { on: 2026-11-10 }", StringComparison.Ordinal);

        Assert.Contains("'bao-cao' comes once", Assert.Single(PlanText.Read(text).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(", dues: { §bao-cao-nam: { every: year, by: 11-10 } }", "Nothing has the id 'bao-cao-nam'; write one of T-1, bao-cao")]
    [InlineData(", dues: { bao-cao: §{ needsDecision: cach-doc } }", "An option must say a day")]
    [InlineData(", targets: { §VD-8: { weight: 5 } }", "Nothing has the id 'VD-8'; write one of VD-1, VD-2")]
    [InlineData(", targets: { §VD-3: { weight: 5 } }", "'VD-3' is a target that is a gate")]
    [InlineData(", targets: { VD-1: §{ } }", "The change names nothing; write one or more of rule, value, weight, commitment, whenNotApplicable")]
    [InlineData(", targets: { VD-1: { §name: A } }", "the keys of this block are weight, rule, value, commitment, whenNotApplicable", "The change names nothing")]
    [InlineData(", targets: { VD-1: { value: §90% } }", "The rule of 'VD-1' has no 'kind: atLeast' whose value could change")]
    [InlineData(", targets: { VD-1: { rule: { kind: atLeast, of: host.any, value: 1 }, value: §90% } }", "'value' stands beside 'rule'")]
    [InlineData(", targets: { VD-2: { rule: §{ kind: atLeast, of: host.any, value: 1 } } }", "decided by its own open point 'cach-tinh'")]
    [InlineData(", targets: { VD-1: { rule: { kind: yesNo, of: §infosec.violations } } }", "'infosec.violations' has the form number")]
    [InlineData(", targets: { VD-1: { rule: { kind: each, of: host.any, points: 1, most: §61 } } }", "from 0 to 60")]
    [InlineData(", targets: { VD-1: { weight: 40, rule: { kind: each, of: host.any, points: 1, most: §41 } } }", "from 0 to 40")]
    [InlineData(", targets: { VD-1: { commitment: §gate } }", "write one of ordinary, committed, encouraged")]
    [InlineData(", consequences: [ { gate: §VD-1, then: hold } ]", "here a target that is a gate is named")]
    [InlineData(", onlyGroups: [§nhom-c]", "write one of nhom-a, nhom-b")]
    public void Given_an_answer_that_changes_what_is_not_there_When_read_Then_errors_say_where(string effect, string message, string? also = null)
    {
        var (text, line, column) = PlanText.With(Long, "{ id: long, name: { vi: Lỏng, en: Loose }" + effect + " }");

        var problems = PlanText.Read(text).Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ToList();

        Assert.Equal(also is null ? 1 : 2, problems.Count);
        Assert.Contains(problems, problem => (problem.Line, problem.Column) == (line, column) && problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Message.Contains(also ?? message, StringComparison.Ordinal));
    }

    [Fact]
    public void Given_points_per_event_When_only_the_weight_changes_Then_the_rule_is_asked_for()
    {
        var text = PlanText.With(Rule, "{ kind: each, of: host.any, points: 1 }").Text.Replace(Long, "{ id: long, name: { vi: A, en: A }, targets: { VD-1: { weight: 40 } } }", StringComparison.Ordinal);

        Assert.Contains(PlanText.Read(text).Problems, problem => problem.Message.StartsWith("The rule of 'VD-1' counts points out of its weight", StringComparison.Ordinal));
    }

    [Fact]
    public void Given_answers_that_change_nothing_When_read_Then_the_point_must_say_that_it_is_only_a_record()
    {
        var text = PlanText.Whole.Replace(", " + Chat, "", StringComparison.Ordinal);

        var problem = Assert.Single(PlanText.Read(text).Problems);
        var record = PlanText.Read(text.Replace("    inForce: chat", "    recordOnly: true\n    inForce: chat", StringComparison.Ordinal));

        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.Contains("Choosing between 'chat', 'long' changes nothing", problem.Message, StringComparison.Ordinal);
        Assert.Contains("'recordOnly: true'", problem.Message, StringComparison.Ordinal);
        Assert.Empty(record.Problems);
        Assert.True(record.Plan!.Decisions.Single().IsRecordOnly);
    }

    [Theory]
    [InlineData("    inForce: chat", "    recordOnly: §true\n    inForce: chat", "so it is not only a record")]
    [InlineData(Chat + " }\n      - " + Long, Chat + " }\n      - " + Long + "\n      - { id: khac, name: { vi: A, en: A } }", "Choosing between 'long', 'khac' changes nothing")]
    [InlineData(Chat, "due: { every: year, by: 11-10 }", "Option 'chat' has 'due', but no duty or task waits for the point")]
    [InlineData("decisions:", "decisions:\n  - { id: khac, question: { vi: A, en: A }, decides: Office, options: [ { id: a, name: { vi: A, en: A }, " + Chat + " } ] }", "'cach-doc' and 'khac' both change the day of 'bao-cao'")]
    public void Given_a_point_whose_answers_are_in_doubt_When_read_Then_one_error_says_so(string from, string to, string message)
    {
        var problem = Assert.Single(PlanText.Read(PlanText.With(from, to).Text).Problems);

        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_other_weights_that_are_no_whole_sheet_When_read_Then_it_is_warned_of()
    {
        var text = PlanText.With(Long, "{ id: long, name: { vi: A, en: A }, targets: { VD-1: { weight: 50 } } }").Text;

        var problems = PlanText.Read(text).Problems;

        Assert.Equal(["With 'long' the weights of the units' sheet sum to 90, not 100", "With 'long' the weights of the agency's sheet sum to 90, not 100"], problems.Select(problem => problem.Message[..problem.Message.IndexOf(';', StringComparison.Ordinal)]));
    }

    /// <summary>A plan that was put to use before a check existed is shown and scored as before.</summary>
    [Fact]
    public void Given_a_file_in_use_When_a_later_check_refuses_it_Then_it_can_still_be_read()
    {
        var text = PlanText.Whole.Replace(", " + Chat, "", StringComparison.Ordinal);

        var kept = PlanReader.ReadKept(text, "vi-du version 3");

        Assert.NotNull(kept.Plan);
        Assert.Equal(ProblemSeverity.Warning, Assert.Single(kept.Problems).Severity);
    }
}
