using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Plans;

public sealed class PlanReaderTests
{
    private static readonly Plan Whole = PlanText.Read(PlanText.Whole).Plan!;

    [Fact]
    public void Given_a_good_file_When_read_Then_there_is_no_problem()
    {
        Assert.Empty(PlanText.Read(PlanText.Whole).Problems);
    }

    [Fact]
    public void Given_the_head_When_read_Then_it_is_complete()
    {
        Assert.Equal(("vi-du", 3, false, 2026, 2030, (12, 15)), (Whole.Id, Whole.Version, Whole.IsClosed, Whole.FirstYear, Whole.LastYear, Whole.YearStarts));
        Assert.Equal((new LocalizedText("Ví dụ", "Example"), new LocalizedText("Cơ quan", "Agency")), (Whole.Name, Whole.Agency));
        var document = Whole.Document!;
        Assert.Equal(("12/KH-VD", new DateOnly(2026, 3, 5), "Quảng Ngãi", "Giám đốc"), (document.Number, document.Date, document.Place, document.Signer));
        Assert.Equal(("X-01", "Như trên", "X-91"), (document.Rows[0], document.Recipients[0].To, document.Recipients[0].Rows[0]));
    }

    [Fact]
    public void Given_sources_When_read_Then_they_are_cited()
    {
        var basis = Whole.LegalBases.Single();
        Assert.Equal(
            ("nq-57", "57-NQ/TW", new DateOnly(2024, 12, 22), "Bộ Chính trị", new DateOnly(2024, 12, 22), null),
            (basis.Id, basis.Number, basis.Date, basis.Issuer, basis.From, basis.Until));
        AssertCited("Căn cứ", "I", "S0-03", basis.Citation);
        var term = Whole.Terms.Single();
        Assert.Equal(("mức độ 3, 4", "full", "S2-22"), (term.Term, term.Now.En, term.Rows[0]));
        var context = Whole.Context.Single();
        Assert.Equal((ContextKind.Duplicate, "VD-1", "Said again"), (context.Kind, context.See, context.Note.En));
        AssertCited("KẾ HOẠCH", "title", "S0-01", context.Citation);
    }

    [Fact]
    public void Given_groups_pillars_and_roles_When_read_Then_they_are_complete()
    {
        Assert.Equal(
            [new PeerGroup("nhom-a", new("Nhóm A", "Group A"), 11, null), new PeerGroup("nhom-b", new("Nhóm B", "Group B"), null, null)], Whole.Groups);
        Assert.Equal([new Pillar("so", new("Số", "Digital"))], Whole.Pillars);
        var role = Whole.Roles.Single();
        Assert.Equal(("van-phong", "Office", "Văn phòng"), (role.Id, role.Role, role.Name.Vi));
        AssertCited("Văn phòng", "VII.1", "S0-73", role.Citation);
    }

    [Fact]
    public void Given_phases_reviews_duties_and_tasks_When_read_Then_they_are_complete()
    {
        var (phase, review, duty, task) = (Whole.Phases.Single(), Whole.Reviews.Single(), Whole.Duties.Single(), Whole.Tasks.Single());

        Assert.Equal(("gd-1", new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)), (phase.Id, phase.From, phase.To));
        AssertCited("Giai đoạn 1", "V.1", "S4-72", phase.Citation);
        Assert.Equal(("so-ket", false, 2027, 4), (review.Id, review.IsFinal, review.Year, review.Quarter));
        AssertCited("", "", "S4-76", review.Citation);
        Assert.Equal(("bao-cao", Duty.Units, "van-phong", new Due.Yearly(11, 10, Strict: true)), (duty.Id, duty.OwedBy, duty.To, duty.Due));
        AssertCited("trước ngày 10/11", "VI", "S1-54", duty.Citation);
        Assert.Equal(("T-1", "van-phong", "so", "VD-1", null), (task.Id, task.OwedBy, task.Pillar, task.MeasuredBy[0], task.Due));
    }

    [Fact]
    public void Given_figures_When_read_Then_their_forms_are_complete()
    {
        Assert.Equal(
            [("host.plan", FigureForm.YesNo, null, 6, 30), ("infosec.violations", FigureForm.Number, "cases", 12, 30)],
            Whole.Figures.Select(figure => (figure.Id, figure.Form, figure.Measure?.En, figure.ValidMonths, figure.GraceDays)));
        var stages = PlanText.Changed("form: number,", "form: stage, stages: [ { vi: chưa, en: not yet }, { vi: xong, en: done } ],").Figures[1].Stages;
        Assert.Equal(["not yet", "done"], stages.Select(stage => stage.En));
    }

    [Fact]
    public void Given_a_target_with_all_keys_When_read_Then_it_is_complete()
    {
        var target = Whole.Targets[1];

        Assert.Equal((TargetLevel.Both, OrganisationView.Sum, Commitment.Committed), (target.Level, target.Organisation, target.Commitment));
        Assert.Equal((40m, 40m, Cadence.Year, Effort.Low, true), (target.Weight, target.OrganisationWeight, target.Cadence, target.Effort, target.FullWhenNotApplicable));
        Assert.Equal([StaffKind.CivilServants, StaffKind.ContractWorkers], target.Population!.Staff);
        Assert.Equal(("people", 30, "secret documents"), (target.Population.Of.En, target.Population.NewStaffDays, target.Exclusions.Single().En));
        Assert.Equal(("nhom-a", "doi-2", "doi-9"), (target.Scope.Groups.Single(), target.Scope.Units.Single(), target.Scope.Except.Single()));
        Assert.Equal([new Exemption("doi-1", new("mới", "new"), "Giám đốc", new(2027, 12, 31))], target.Exemptions);
        Assert.Equal(new Approval("45/QĐ-BQLDA", "Giám đốc", new(2026, 3, 15)), target.Approved);
    }

    [Fact]
    public void Given_a_target_with_few_keys_When_read_Then_the_rest_is_as_documented()
    {
        var target = Whole.Targets[0];

        Assert.Equal(("VD-1", "so", 60m, 60m, TimeSpan.FromHours(26)), (target.Id, target.Pillar, target.Weight, target.OrganisationWeight, target.Freshness));
        Assert.Equal((TargetLevel.Both, OrganisationView.ShareOfUnits, Commitment.Ordinary, Cadence.Day), (target.Level, target.Organisation, target.Commitment, target.Cadence));
        Assert.Equal((Scope.Everybody, Effort.Medium, false), (target.Scope, target.Effort, target.FullWhenNotApplicable));
        Assert.Equal((null, null, null), (target.Population, target.Approved, target.Open));
        Assert.Equal(["S0-23", "S0-44"], target.Citation.Rows);
        Assert.Equal(("100% các phòng tiết kiệm điện.", "3.10"), (target.Citation.Quote, target.Citation.Section));
    }

    [Theory]
    [InlineData("hour", 26)]
    [InlineData("day", 26)]
    [InlineData("week", 14 * 24)]
    [InlineData("month", 62 * 24)]
    [InlineData("quarter", 184 * 24)]
    [InlineData("year", 732 * 24)]
    [InlineData("year\n    freshForHours: 5.5", 5.5)]
    public void Given_a_cadence_When_read_Then_a_reading_is_fresh_for_twice_as_long(string cadence, double hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), PlanText.Changed("cadence: year", $"cadence: {cadence}").Targets[1].Freshness);
    }

    /// <summary>Nobody declares every day: what was said stands for a quarter and until the next one is over.</summary>
    [Theory]
    [InlineData("day", 184 * 24)]
    [InlineData("month", 184 * 24)]
    [InlineData("quarter", 184 * 24)]
    [InlineData("year", 732 * 24)]
    [InlineData("day\n    freshForHours: 5.5", 5.5)]
    public void Given_a_cadence_When_figures_are_declared_by_hand_Then_they_stay_fresh_for_two_quarters_or_more(string cadence, double hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), PlanText.Changed("cadence: year", $"cadence: {cadence}").Targets[1].DeclaredFreshness);
    }

    [Theory]
    [InlineData("level: organisation", OrganisationView.Own)]
    [InlineData("level: organisation\n    organisation: sum", OrganisationView.Sum)]
    [InlineData("level: unit", OrganisationView.ShareOfUnits)]
    [InlineData("organisation: own", OrganisationView.Own)]
    public void Given_a_level_When_read_Then_the_agency_is_judged_as_documented(string keys, OrganisationView view)
    {
        Assert.Equal(view, PlanText.Changed("weight: 60", $"weight: 60\n    {keys}").Targets[0].Organisation);
    }

    [Theory]
    [InlineData("8", 8, 8)]
    [InlineData("{ unit: 10, organisation: 15 }", 10, 15)]
    [InlineData("{ unit: 0, organisation: 15 }", 0, 15)]
    public void Given_a_weight_When_read_Then_both_sheets_have_theirs(string weight, int unit, int organisation)
    {
        var target = PlanText.Changed("weight: 60", $"weight: {weight}").Targets[0];

        Assert.Equal((unit, organisation), (target.Weight, target.OrganisationWeight));
    }

    public static TheoryData<string, Due> Dues => new()
    {
        { "{ every: year, before: 11-10 }", new Due.Yearly(11, 10, Strict: true) },
        { "{ every: year, by: 12-31 }", new Due.Yearly(12, 31, Strict: false) },
        { "{ every: quarter, by: 15 }", new Due.Quarterly(15) },
        { "{ every: month, by: 5 }", new Due.Monthly(5) },
        { "{ on: 2026-06-30 }", new Due.Once(new(2026, 6, 30), Strict: false) },
        { "{ before: 2026-06-30 }", new Due.Once(new(2026, 6, 30), Strict: true) },
        { "{ needsDecision: cach-doc }", new Due.Undecided("cach-doc") },
    };

    [Theory]
    [MemberData(nameof(Dues))]
    public void Given_a_due_day_When_read_Then_its_kind_is_right(string written, Due due)
    {
        Assert.Equal(due, PlanText.Changed("due: { every: year, before: 11-10 }", $"due: {written}").Duties[0].Due);
        Assert.Equal(due, PlanText.Changed("due: null", $"due: {written}").Tasks[0].Due);
    }

    [Fact]
    public void Given_open_points_When_read_Then_they_know_what_they_block()
    {
        var (open, decision) = (Whole.Targets[1].Open!, Whole.Decisions.Single());

        Assert.Null(Whole.Targets[1].Rule);
        Assert.Equal(("cach-tinh", "Council", "VD-2", "Part5-1", null), (open.Id, open.Decides, open.Blocks.Single(), open.Rows.Single(), open.InForce));
        Assert.Equal(("co-khong", "host.plan"), (open.Options.Single().Id, open.Options[0].Rule!.Indicators.Single()));
        Assert.Equal(("cach-doc", "Office", "bao-cao", "Part5-8", "chat"), (decision.Id, decision.Decides, decision.Blocks.Single(), decision.Rows.Single(), decision.InForce));
        Assert.Equal([new Due.Yearly(11, 10, Strict: false), null], decision.Options.Select(option => option.Dues.GetValueOrDefault("bao-cao")));
    }

    [Fact]
    public void Given_bands_ranking_bonus_and_consequences_When_read_Then_they_are_complete()
    {
        var needs = Whole.Bands[0].Needs!;

        Assert.Equal([("dat", 50m, null), ("chua-dat", 0m, (decimal?)null)], Whole.Bands.Select(band => (band.Id, band.From, band.To)));
        Assert.Equal((0.5m, 0.6m, 0.8m), (needs.Committed, needs.Pillars["so"], needs.Targets["VD-1"]));
        Assert.Equal((new RankingRules(0.7m, 0.9m, 60), 4m), (Whole.Ranking, Whole.MostBonus));
        Assert.Equal([new Consequence("VD-3", ConsequenceKind.AtMost, 0, "chua-dat")], Whole.Consequences);
        Assert.Equal([new Consequence("VD-3", ConsequenceKind.Down, 1, null)], PlanText.Changed("then: atMost, band: chua-dat", "then: down").Consequences);
    }

    [Fact]
    public void Given_awards_When_read_Then_forms_and_rounds_are_complete()
    {
        var (form, round) = (Whole.AwardForms.Single(), Whole.AwardRounds.Single());

        Assert.Equal(("giay-khen", true, true, "van-phong", "Giám đốc Sở"), (form.Id, form.ForUnits, form.ForPeople, form.Proposes, form.Decides));
        AssertCited("Giấy khen", "III.4", "S3-52", form.Citation);
        Assert.Equal(("hang-nam", null, false, "dat"), (round.Id, round.Year, round.AnyTime, round.LeastBand));
        Assert.Equal(("VD-3", "S3-38"), (round.Gates.Single(), round.Rows.Single()));
        AssertCited("Không quá 05", "III.4", "S3-52", round.Quotas.Single().Citation);
    }

    [Theory]
    [InlineData("{ every: year }", null, false)]
    [InlineData("{ year: 2027 }", 2027, false)]
    [InlineData("{ any: true }", null, true)]
    public void Given_a_round_s_time_When_read_Then_it_is_every_year_one_or_any(string when, int? year, bool any)
    {
        var round = PlanText.Changed("when: { every: year }", $"when: {when}").AwardRounds.Single();

        Assert.Equal((year, any), (round.Year, round.AnyTime));
    }

    public static TheoryData<string, AwardQuota> Quotas => new()
    {
        { "most: 5", Quota(most: 5) },
        { "percentOfUnits: 20", Quota(percent: 20) },
        { "percentOfPeople: 15%, rounding: nearest", Quota(percent: 15) with { Of = QuotaBase.People, Rounding = QuotaRounding.Nearest } },
        { "percentOfBand: { band: dat, percent: 20, within: group }, rounding: up", Quota(percent: 20) with { Of = QuotaBase.Band, Band = "dat", WithinGroup = true, Rounding = QuotaRounding.Up } },
        { "percentOfBand: { band: dat, percent: 20 }", Quota(percent: 20) with { Of = QuotaBase.Band, Band = "dat" } },
        { "external: true", Quota() with { IsExternal = true } },
    };

    [Theory]
    [MemberData(nameof(Quotas))]
    public void Given_a_quota_When_read_Then_its_limit_is_right(string written, AwardQuota quota)
    {
        var read = PlanText.Changed("most: 5, quote: \"Không quá 05\"", written).AwardRounds[0].Quotas.Single();

        Assert.Equal(quota, read with { Forms = quota.Forms, Citation = quota.Citation });
    }

    [Fact]
    public void Given_a_closed_plan_When_read_Then_it_needs_no_groups_bands_or_sums()
    {
        const string text = """
            plan: vi-du
            version: 1
            state: closed
            name: { vi: Ví dụ, en: Example }
            agency: { vi: Cơ quan, en: Agency }
            years: { from: 2021, to: 2025 }
            targets:
              - { id: VD-1, name: { vi: Điện, en: Power }, quote: "Điện", section: I, weight: 8, rule: { kind: yesNo, of: host.plan } }
            """;

        var result = PlanReader.Read(text, "x.yaml");

        Assert.Empty(result.Problems);
        Assert.True(result.Plan!.IsClosed);
        Assert.Equal((RankingRules.Usual, 5m, (1, 1)), (result.Plan.Ranking, result.Plan.MostBonus, result.Plan.YearStarts));
    }

    private static AwardQuota Quota(int? most = null, decimal? percent = null) =>
        new(["giay-khen"], most, percent, QuotaBase.Units, null, WithinGroup: false, QuotaRounding.Down, IsExternal: false, Citation.None);

    private static void AssertCited(string quote, string section, string row, Citation citation)
    {
        Assert.Equal((quote, section), (citation.Quote, citation.Section));
        Assert.Equal([row], citation.Rows);
    }
}
