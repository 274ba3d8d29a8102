using EmulationPlatform.Scoring.Plans;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>One mistake each; the mark § stands where the error is expected.</summary>
public sealed class PlanErrorTests
{
    private const string Rule = "{ kind: notAboveBase, of: green-office.electricity, baseYear: 2025 }";
    private const string Due = "{ every: year, before: 11-10 }";

    [Theory]
    [InlineData("plan: vi-du", "plan: §Ví Dụ", "is no plan")]
    [InlineData("plan: vi-du\n", "§", "'plan' is missing")]
    [InlineData("version: 3", "version: §1.5", "whole number")]
    [InlineData("version: 3", "version: §[1]", "must be one value")]
    [InlineData("version: 3", "version: §0", "from 1 to 1000000")]
    [InlineData("version: 3", "version: 3\n§version: 2", "written twice")]
    [InlineData("version: 3", "version: 3\n§author: X", "'author' is not known here; the keys of this block are plan, version, name")]
    [InlineData("state: active", "state: §open", "'open' is no state; write one of active, closed")]
    [InlineData("{ vi: Ví dụ, en: Example }", "§Ví dụ", "'name' must be a block")]
    [InlineData("{ vi: Ví dụ, en: Example }", "{ vi: Ví dụ, en: §}", "'en' is empty")]
    [InlineData("to: 2030 }", "to: §2025 }", "2026 or later")]
    [InlineData("date: 2026-03-05", "date: §05/03/2026", "year-month-day")]
    [InlineData("yearStarts: 12-15", "yearStarts: §15-12", "is no day of every year")]
    [InlineData("yearStarts: 12-15", "yearStarts: §02-29", "is no day of every year")]
    [InlineData("rows: [X-01]", "rows: §X-01", "must be a list")]
    [InlineData("rows: [X-01]", "rows: [§\"X 01\"]", "is no id")]
    [InlineData("rows: [X-01]", "rows: [§[]]", "must be one value")]
    [InlineData("term: \"mức độ 3, 4\"", "term: mức độ 3, §4", "put the whole text in double quotes")]
    [InlineData("kind: duplicate", "kind: §copy", "write one of metadata, principle, scope, vision, funding, goal, duplicate")]
    [InlineData("approved: { number", "approved: §*x { number", "write the value itself")]
    [InlineData("effort: low", "effort: §!!str low", "tags (!)")]
    [InlineData("bonus: { most: 4 }", "bonus: { most: 4 }\n§---\nplan: b", "one plan per file")]
    public void Given_a_mistake_in_the_head_When_read_Then_one_error_says_where_and_what_to_write(string from, string to, string message)
    {
        AssertError(from, to, message);
    }

    [Theory]
    [InlineData("people: { from: 11, to: null }", "people: { from: 11, to: §10 }", "below 'from'")]
    [InlineData("role: Office", "role: §Boss", "'Boss' is no role; write one of Viewer, UnitHead")]
    [InlineData("from: 2026-01-01, to: 2027-12-31", "from: 2028-01-01, to: §2027-12-31", "2028-01-01 or later")]
    [InlineData("kind: interim", "kind: §half", "write one of interim, final")]
    [InlineData("quarter: 4", "quarter: §5", "from 1 to 4")]
    [InlineData("to: van-phong", "to: §Sở Nội vụ", "in double quotes")]
    [InlineData(Due, "§{ every: year }", "needs one of before, by and has none")]
    [InlineData(Due, "§{ every: year, before: 11-10, by: 11-10 }", "has before and by")]
    [InlineData(Due, "§{ }", "needs one of on, before, needsDecision")]
    [InlineData(Due, "{ every: §day, by: 1 }", "write one of year, quarter, month")]
    [InlineData(Due, "{ every: quarter, by: §12-31 }", "is no number")]
    [InlineData(Due, "{ every: month, §before: 5, by: 5 }", "the keys of this block are every, by")]
    [InlineData(Due, "§null", "'due' must be a block")]
    [InlineData("figures:", "figures:\n  - { id: §hosts.plan, form: ratio, name: { vi: A, en: A } }", "'hosts' is no module; begin with one of digitalization")]
    [InlineData("figures:", "figures:\n  - { id: §plan, form: ratio, name: { vi: A, en: A } }", "the module, a point and the indicator")]
    [InlineData("form: yesNo, ", "form: §percent, ", "write one of ratio, number, amount, yesNo, stage, rating, submission")]
    [InlineData("form: number,", "form: number, §graceDays: 3,", "is not known here")]
    [InlineData("form: number,", "form: stage, stages: §[ { vi: xong, en: done } ],", "at least two stages")]
    public void Given_a_mistake_in_people_days_or_figures_When_read_Then_one_error_says_where(string from, string to, string message)
    {
        AssertError(from, to, message);
    }

    [Theory]
    [InlineData("- id: VD-2", "- id: §VD 2", "is no id")]
    [InlineData("\"100% các phòng tiết kiệm điện.\"", "§\" \"", "'quote' is empty")]
    [InlineData("\"100% các phòng tiết kiệm điện.\"", "§~", "'quote' is empty")]
    [InlineData("targets:\n", "targets:\n  - §{ id: VD-9, name: { vi: A, en: A }, quote: A, weight: 1, rule: { kind: yesNo, of: host.plan } }\n", "'section' is missing")]
    [InlineData("weight: 60", "weight: §0", "over 0 and at most 1000")]
    [InlineData("weight: 60", "weight: §12,5", "a point for decimals")]
    [InlineData("weight: 60", "weight: §1e2", "is no number")]
    [InlineData("weight: 60", "weight: §.inf", "is no number")]
    [InlineData("weight: 60", "weight: §60%", "is no number")]
    [InlineData("weight: 60", "weight: §\"60\"", "without quotes")]
    [InlineData("weight: 60", "weight: §{ unit: 0, organisation: 0 }", "Both weights are 0")]
    [InlineData("weight: { unit: 40, organisation: 40 }", "weight: §{ unit: 40 }", "'organisation' is missing")]
    [InlineData("weight: 60", "weight: 60\n    freshForHours: §0", "over 0")]
    [InlineData("commitment: gate", "commitment: gate\n    weight: §5", "A gate has no points")]
    [InlineData("cadence: year", "cadence: §century", "write one of hour, day, week, month, quarter, year")]
    [InlineData("level: both", "level: §all", "write one of unit, organisation, both")]
    [InlineData("civilServants,", "§officers,", "is no kind of staff")]
    [InlineData("whenNotApplicable: full", "whenNotApplicable: §zero", "write one of leaveOut, full")]
    [InlineData("approved: { number: 45/QĐ-BQLDA, post: Giám đốc, date: 2026-03-15 }", "approved: §yes", "'approved' must be a block")]
    [InlineData("approved: { number: 45/QĐ-BQLDA, post: Giám đốc, date: 2026-03-15 }", "approved: §{ number: 45, date: 2026-03-15 }", "'post' is missing")]
    [InlineData("targets:\n", "targets:\n  - §{ id: VD-9, name: { vi: A, en: A }, quote: A, section: I, weight: 1 }\n", "neither a rule nor an open point")]
    [InlineData("effort: low\n    needsDecision", "effort: low\n    rule: { kind: yesNo, of: host.plan }\n    §needsDecision", "both a rule and 'needsDecision'")]
    [InlineData("decides: Council", "decides: §van-phong", "write one of Viewer")]
    [InlineData("rows: [Part5-1]", "§inForce: co-khong", "is not known here")]
    [InlineData("{ id: co-khong, name: { vi: Có, en: Yes }, rule: { kind: yesNo, of: host.plan } }", "§{ id: co-khong, name: { vi: Có, en: Yes } }", "'rule' is missing")]
    [InlineData("inForce: chat", "inForce: §khac", "none of the options; write one of chat, long, or null")]
    [InlineData("id: long", "id: §chat", "Another option has the id 'chat'")]
    public void Given_a_mistake_in_a_target_or_open_point_When_read_Then_one_error_says_where(string from, string to, string message)
    {
        AssertError(from, to, message);
    }

    [Theory]
    [InlineData("id: chua-dat, from: 0", "id: chua-dat, from: §50", "from the best to the lowest")]
    [InlineData("from: 50, to: null", "from: §150", "from 0 to 100")]
    [InlineData("from: 50, to: null", "from: 50, to: §50", "over 50 and at most 1000")]
    [InlineData("committed: 50%", "committed: §50", "from 0 to 1, for example 'committed: 50%'")]
    [InlineData("coveragePercent: 70", "coveragePercent: §101", "from 0 to 100")]
    [InlineData("coveragePercent: 70", "coveragePercent: 70, §quota: 1", "the keys of this block are coveragePercent, frozenCoveragePercent, days")]
    [InlineData("then: atMost, band: chua-dat", "then: §stop", "write one of hold, disqualify, down, atMost")]
    [InlineData("then: atMost, band: chua-dat", "then: hold, §band: chua-dat", "is not known here")]
    [InlineData("- { gate: VD-3, then: atMost, band: chua-dat }", "- §{ gate: VD-3, then: atMost }", "'band' is missing")]
    [InlineData("subjects: [unit, person]", "subjects: [unit, §team]", "is no subject of an award")]
    [InlineData("subjects: [unit, person]", "subjects: §[]", "at least one entry")]
    [InlineData("when: { every: year }", "when: §{ every: year, year: 2027 }", "A round has one time")]
    [InlineData("when: { every: year }", "when: { any: §false }", "write one of true")]
    [InlineData("forms: [giay-khen]", "forms: §[]", "at least one award form")]
    [InlineData("most: 5,", "most: 5, percentOfUnits: §20,", "The quota has most and percentOfUnits")]
    [InlineData("most: 5,", "most: 5, external: §true,", "The quota has most and external")]
    [InlineData("most: 5,", "percentOfBand: { band: dat, percent: 20, within: §house },", "write one of group, agency")]
    [InlineData("most: 5,", "most: 5, rounding: §away,", "write one of down, up, nearest")]
    public void Given_a_mistake_in_bands_or_awards_When_read_Then_one_error_says_where(string from, string to, string message)
    {
        AssertError(from, to, message);
    }

    [Theory]
    [InlineData("kind: §atMostBase", "is no kind of rule; write one of atLeast, atMost, pass")]
    [InlineData("kind: atLeast, of: §plan, value: 1", "is no of; write the module")]
    [InlineData("kind: atLeast, of: §host.other, value: 1", "neither under 'figures' nor an indicator of a loaded module")]
    [InlineData("kind: atLeast, of: { ratio: §[host.any] }, value: 1", "one figure divided by another")]
    [InlineData("kind: reduce, of: §{ ratio: [host.any, host.any] }, percent: 10, baseYear: 2025, byYear: 2030", "'of' must be one value")]
    [InlineData("kind: atLeast, of: host.any, value: §0", "'value' must be above 'zeroAt'")]
    [InlineData("kind: atMost, of: host.any, value: 5, zeroAt: §5", "'zeroAt' must be above 'value'")]
    [InlineData("kind: atLeast, of: host.any, value: 1, §about: 5", "the keys of this block are kind, of, value, zeroAt")]
    [InlineData("kind: atLeast, of: host.any, value: §{ 2025: 0%, path: even }", "at least two years")]
    [InlineData("kind: atLeast, of: host.any, value: §{ 2025: 0%, 2030: 1 }", "'path' is missing")]
    [InlineData("kind: atLeast, of: host.any, value: { 2025: 0%, 2030: 1, path: §straight }", "write one of even, byYear")]
    [InlineData("kind: atLeast, of: host.any, value: { 2025: 0%, 2030: 1, §year: 1, path: even }", "is not known here")]
    [InlineData("kind: pass, of: host.any, over: 1, atLeast: §1", "are the same end")]
    [InlineData("kind: pass, of: host.any, over: 3, atMost: §3", "No value holds both 'over' and 'atMost'")]
    [InlineData("kind: reduce, of: host.any, percent: §101, baseYear: 2025, byYear: 2030", "over 0 and at most 100")]
    [InlineData("kind: reduce, of: host.any, percent: 10, baseYear: 2025, byYear: §2025", "a year after the base year 2025")]
    [InlineData("kind: notAboveBase, of: host.any, baseYear: 2025, perHead: §yes", "write one of true, false")]
    [InlineData("kind: increase, of: host.any, percent: 10, zeroAt: §10%", "'zeroAt' must be below 'percent'")]
    [InlineData("kind: count, of: host.any, value: §0", "over 0")]
    [InlineData("kind: count, of: host.any, value: 11, proRata: §true", "12 or more")]
    [InlineData("kind: steps, of: host.any, steps: §[]", "at least one entry")]
    [InlineData("kind: steps, of: host.any, steps: [ §{ gives: 1 } ]", "one of 'from' (reached) and 'over' (passed)")]
    [InlineData("kind: steps, of: host.any, steps: [ { from: 1, gives: §1.5 } ]", "from 0 to 1")]
    [InlineData("kind: steps, of: host.any, steps: [ { from: 1, gives: 0 }, { from: §1, gives: 1 } ]", "from the lowest value to the highest")]
    [InlineData("kind: staged, of: host.any, gives: §[1]", "at least two entries")]
    [InlineData("kind: staged, of: host.any, gives: [0, §half]", "is no number")]
    [InlineData("kind: each, of: host.any, points: §0", "no event counts")]
    [InlineData("kind: each, of: host.any, points: §-1", "Nothing can be taken away")]
    [InlineData("kind: each, of: host.any, points: 1, most: §61", "from 0 to 60")]
    [InlineData("kind: each, of: host.any, points: 1, least: 5, most: §5, start: 5", "let 'most' be above 'least'")]
    [InlineData("kind: each, of: host.any, points: 1, start: §6, most: 5", "from 'least' 0 to 'most' 5")]
    [InlineData("kind: onTime, of: host.any, lateDays: §0", "from 1 to 366")]
    [InlineData("kind: againstPeers, of: host.any, measure: §worst, better: higher", "write one of best, median, mean")]
    [InlineData("kind: againstPeers, of: host.any, measure: best, better: §more", "write one of higher, lower")]
    [InlineData("kind: weighted, parts: §[]", "at least one entry")]
    [InlineData("kind: weighted, parts: [ { weight: §-1, name: { vi: A, en: A }, rule: { kind: yesNo, of: host.any } } ]", "over 0")]
    [InlineData("kind: weighted, parts: [ { weight: §40, name: { vi: A, en: A }, rule: { kind: each, of: host.any, points: 1 } } ]", "write weights that sum to 1")]
    [InlineData("kind: total, parts: [ { weight: §0, name: { vi: A, en: A }, rule: { kind: yesNo, of: host.any } } ]", "the part does not count")]
    [InlineData("kind: first, parts: [ { §weight: 1, name: { vi: A, en: A }, rule: { kind: yesNo, of: host.any } } ]", "the keys of this block are name, when, rule")]
    [InlineData("kind: first, parts: [ { name: { vi: A, en: A }, rule: { kind: yesNo, of: host.any }, when: { years: { from: 2028, to: §2027 } } } ]", "2028 or later")]
    [InlineData("kind: first, parts: [ { name: { vi: A, en: A }, rule: { kind: yesNo, of: host.any }, when: { level: §both } } ]", "write one of unit, organisation")]
    public void Given_a_mistake_in_a_rule_When_read_Then_one_error_says_where(string rule, string message)
    {
        AssertError(Rule, $"{{ {rule} }}", message);
    }

    [Theory]
    [InlineData("rule: " + Rule, "rule: §{ kind: pass, of: host.any, about: 10% }", "no end to pass")]
    [InlineData("{ kind: pass, of: infosec.violations, atMost: 0 }", "{ kind: each, of: infosec.violations, points: §-1 }", "Points need a weight")]
    public void Given_a_rule_that_demands_nothing_When_read_Then_one_error_says_where(string from, string to, string message)
    {
        AssertError(from, to, message);
    }

    [Theory]
    [InlineData("id: nhom-b", "id: §nhom-a", "Another group has the id 'nhom-a' already (line 16)")]
    [InlineData("  - id: VD-2", "  - id: §VD-1", "Another target has the id 'VD-1'")]
    [InlineData("  - id: VD-2", "  - id: §T-1", "Another task has the id 'T-1'")]
    [InlineData("- { id: chua-dat, from: 0", "- { id: §dat, from: 5, name: { vi: A, en: A } }\n  - { id: chua-dat, from: 0", "Another band")]
    [InlineData("roles:", "roles:\n  - { id: §units, role: Office, name: { vi: A, en: A } }", "means all units")]
    [InlineData("see: VD-1", "see: §VD-8", "Nothing has the id 'VD-8'; write the id of an entry of this plan")]
    [InlineData("owedBy: units", "owedBy: §phong-ban", "Nothing has the id 'phong-ban'; write one of van-phong")]
    [InlineData("to: van-phong", "to: §nhom-a", "'nhom-a' is a group (line 16), but here a role is named; write one of van-phong")]
    [InlineData("proposes: van-phong", "proposes: §van-thu", "write one of van-phong")]
    [InlineData("pillar: so\n", "pillar: §xanh\n", "write one of so")]
    [InlineData("pillar: so,", "pillar: §xanh,", "write one of so")]
    [InlineData("measuredBy: [VD-1]", "measuredBy: [VD-1, §bao-cao]", "'bao-cao' is a duty")]
    [InlineData("scope: { groups: [nhom-a]", "scope: { groups: [§nhom-c]", "write one of nhom-a, nhom-b")]
    [InlineData(Rule, "{ kind: first, parts: [ { name: { vi: A, en: A }, rule: { kind: yesNo, of: host.plan }, when: { groups: [§nhom-c] } } ] }", "write one of nhom-a, nhom-b")]
    [InlineData("due: " + Due, "due: { needsDecision: §cach-tinh }", "'cach-tinh' is a decision on a rule")]
    [InlineData("blocks: [bao-cao]", "blocks: [§so-ket]", "here a duty or target or target that is a gate or task is named")]
    [InlineData("pillars: { so: 60% }", "pillars: { §xanh: 60% }", "write one of so")]
    [InlineData("targets: { VD-1: 0.8 }", "targets: { §VD-3: 0.8 }", "'VD-3' is a target that is a gate")]
    [InlineData("gate: VD-3", "gate: §VD-1", "'VD-1' is a target (line")]
    [InlineData("band: chua-dat", "band: §kha", "write one of chua-dat, dat")]
    [InlineData("gates: [VD-3]", "gates: [§VD-2]", "here a target that is a gate is named; write one of VD-3")]
    [InlineData("least: { band: dat }", "least: { band: §tot }", "write one of chua-dat, dat")]
    [InlineData("forms: [giay-khen]", "forms: [§bang-khen]", "write one of giay-khen")]
    [InlineData("most: 5,", "percentOfBand: { band: §tot, percent: 20 },", "write one of chua-dat, dat")]
    public void Given_an_id_twice_or_a_reference_to_nothing_When_read_Then_one_error_says_where(string from, string to, string message)
    {
        AssertError(from, to, message);
    }

    [Fact]
    public void Given_no_known_indicators_When_read_Then_figures_are_not_checked()
    {
        var text = PlanText.With(Rule, "{ kind: yesNo, of: host.other }").Text;

        Assert.NotNull(PlanReader.Read(text, "x.yaml").Plan);
        Assert.Null(PlanText.Read(text).Plan);
    }

    [Fact]
    public void Given_many_mistakes_When_read_Then_all_are_listed_in_the_order_of_the_file()
    {
        var text = PlanText.Whole
            .Replace("version: 3", "version: one", StringComparison.Ordinal)
            .Replace("weight: 60", "wieght: 60", StringComparison.Ordinal)
            .Replace("notAboveBase", "magic", StringComparison.Ordinal)
            .Replace("from: 50,", "from: 500,", StringComparison.Ordinal);

        var problems = PlanText.Read(text).Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Message).ToList();

        string[] expected = ["'one' is no number", "'weight' is missing", "'wieght' is not known", "'magic' is no kind", "'from' is 500"];
        Assert.Equal(expected.Length, problems.Count);
        Assert.All(expected.Zip(problems), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
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

    internal static void AssertError(string from, string to, string message)
    {
        var (text, line, column) = PlanText.With(from, to);

        var result = PlanText.Read(text);

        Assert.Null(result.Plan);
        var problem = Assert.Single(result.Problems, problem => problem.Severity == ProblemSeverity.Error);
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith($"vi-du.yaml:{line}:{column}: error: ", problem.ToString(), StringComparison.Ordinal);
    }
}
