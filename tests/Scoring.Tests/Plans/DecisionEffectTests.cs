using EmulationPlatform.Modules.GreenOffice;
using EmulationPlatform.Scoring.Calendar;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Plans;

/// <summary>What people decide about the five plans changes what they were asked about, or says that it does not.</summary>
public sealed class DecisionEffectTests
{
    private static readonly HashSet<string> Indicators = [.. new GreenOfficeModule().Indicators.Select(indicator => indicator.Id)];

    private static readonly IReadOnlyDictionary<string, Plan> Plans = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "plans"), "*.yaml")
        .Select(file => PlanReader.Read(File.ReadAllText(file), file, Indicators).Plan!).ToDictionary(plan => plan.Id);

    [Fact]
    public void Given_every_open_point_of_every_plan_When_read_Then_each_answer_differs_from_the_others_or_the_point_is_only_a_record()
    {
        var points = Plans.Values.SelectMany(OpenPoints.Of).ToList();

        Assert.True(points.Count > 50);
        Assert.All(points.Where(point => !point.IsRecordOnly), point =>
        {
            Assert.True(point.Options.Count > 1, point.Id);
            Assert.True(point.Options.Count(option => !option.HasEffect) <= 1, point.Id);
        });
        Assert.Equal(
            ["chu-con-sot", "dia-danh", "doi-tuong-dem", "ky-sang-kien", "loi-in", "mot-so-lieu", "nam-so-ket", "nguoi-duoc-tinh", "so-muc", "tru-bi-mat", "truong-hop", "bi-mat-nha-nuoc"],
            points.Where(point => point.IsRecordOnly).Select(point => point.Id).Distinct().OrderBy(id => id == "bi-mat-nha-nuoc").ThenBy(id => id, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("quang-ngai-ban-qlda", "lo-trinh", "tat-ca-lo-trinh", "S0-16", "digitalization.internal-dossiers", "0.2", "1.60", "8.00")]
    [InlineData("quang-ngai-ban-qlda", "dang-ky-cong-nhan", "cong-nhan", "S0-20", "innovation.initiatives-recognised", "1", "", "12.00")]
    [InlineData("quang-ngai-ban-qlda", "trong-so", "tang-xanh", "S0-20", "innovation.initiatives-registered", "1", "12.00", "7.00")]
    [InlineData("lang-son-so-xay-dung", "thanh-thao", "chi-su-dung", "S1-38", "digitalization.document-system-active", "0.5", "", "5.00")]
    [InlineData("lang-son-so-xay-dung", "lo-trinh", "dat-ngay", "S1-24", "digitalization.digitised-dossiers", "0.2", "3.00", "0.60")]
    [InlineData("da-nang-dang-kiem", "muc-du-diem", "ty-le-90", "S3-22", "digitalization.digital-skills-trained", "0.9", "4.50", "5.00")]
    [InlineData("da-nang-dang-kiem", "khong-lien-quan", "cham-du", "S3-31", "innovation.resources-mobilised", "1", "0.50", "3.00")]
    [InlineData("dong-nai-so-khcn", "don-vi-truc-thuoc", "khong-cham", "S4-34", "infosec.staff-trained", "1", "6.00", "")]
    public void Given_an_answer_When_chosen_Then_the_points_of_its_target_follow(
        string plan, string decision, string option, string target, string figure, string value, string before, string after)
    {
        Assert.Equal(before, Points(OpenPoints.Settle(Plans[plan], new Dictionary<string, string>())));
        Assert.Equal(after, Points(OpenPoints.Settle(Plans[plan], new Dictionary<string, string> { [decision] = option })));

        string Points(Plan settled)
        {
            var group = plan == "dong-nai-so-khcn" ? "don-vi" : settled.Groups[0].Id;
            var card = Some.Card(settled, Some.Inputs(2026, (figure, IndicatorResult.Exact(Some.Number(value)))) with { Group = group });
            return card.Targets.Single(score => score.Target.Id == target).Points is { } points ? Some.Shown(points) : "";
        }
    }

    [Theory]
    [InlineData("lang-son-so-xay-dung", "cach-doc-truoc-ngay", "rong", "bao-cao-nam", "2026-11-09", "2026-11-10")]
    [InlineData("da-nang-dang-kiem", "han-quy-ii", "lui-han", "pho-bien", "2026-06-30", "2026-09-30")]
    [InlineData("da-nang-dang-kiem", "han-danh-sach-khen", "som-hon", "danh-sach-khen", "2026-11-30", "2026-11-14")]
    [InlineData("quang-ngai-ban-qlda", "han-ke-hoach-nam", "dau-nam", "T-53", "2026-12-31", "2026-01-31")]
    public void Given_an_answer_about_a_day_When_chosen_Then_the_duty_is_due_on_it(string plan, string decision, string option, string duty, string before, string after)
    {
        Assert.Equal(before, Day(OpenPoints.Settle(Plans[plan], new Dictionary<string, string>())));
        Assert.Equal(after, Day(OpenPoints.Settle(Plans[plan], new Dictionary<string, string> { [decision] = option })));

        string Day(Plan settled) => DueDates.Of(settled, 2026).First(entry => entry.Id == duty).LastDay!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Given_a_gate_that_was_decided_to_cost_a_band_When_it_is_open_Then_the_band_is_one_lower()
    {
        var plan = Plans["quang-ngai-ban-qlda"];
        var good = plan.Targets.Where(target => target.IsScored).SelectMany(target => target.Rule?.Indicators ?? []).Distinct()
            .Select(id => (id, id.StartsWith("host.report", StringComparison.Ordinal) ? IndicatorResult.Exact(0m) : Some.Whole(1m, 2m)));
        var inputs = Some.Inputs(2026, [.. good, ("infosec.secret-violations", IndicatorResult.Exact(1m))]);

        var usual = Some.Card(OpenPoints.Settle(plan, new Dictionary<string, string>()), inputs);
        var decided = Some.Card(OpenPoints.Settle(plan, new Dictionary<string, string> { ["dieu-kien-khong-bu"] = "ha-muc" }), inputs);

        Assert.Equal(("xuat-sac", "tot"), (usual.Band?.Id, decided.Band?.Id));
    }

    /// <summary>One decision puts in the rule, another the value that it demands, in whatever order they are made.</summary>
    [Fact]
    public void Given_a_rule_and_a_value_decided_apart_When_settled_Then_both_hold()
    {
        var choices = new Dictionary<string, string> { ["thanh-thao"] = "chi-kiem-tra", ["lo-trinh"] = "tat-ca-lo-trinh" };

        var rule = (Rule.Scaled)OpenPoints.Settle(Plans["lang-son-so-xay-dung"], choices).Targets.Single(target => target.Id == "S1-38").Rule!;

        Assert.Equal("AtLeast: digitalization.document-system-tested line 0 -> [2025=0 2030=1 even]", RuleWords.Of(rule));
    }

    [Fact]
    public void Given_a_plan_that_names_the_report_When_figures_are_declared_Then_they_are_due_with_it()
    {
        var plan = OpenPoints.Settle(Plans["lang-son-so-xay-dung"], new Dictionary<string, string>());

        Assert.Equal(new DateOnly(2026, 11, 9), DueDates.OfDeclarations(plan, AgencyCalendar.Vietnam, AgencyCalendar.Vietnam.Year(2026)));
        Assert.All(Plans.Values, known => Assert.Contains(known.Duties, duty => duty.Id == known.DeclareWith));
    }

    [Fact]
    public void Given_the_list_of_what_the_plans_leave_open_When_compared_Then_each_of_its_points_is_asked_somewhere()
    {
        var asked = Plans.Values.SelectMany(OpenPoints.Of).SelectMany(point => point.Rows).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Enumerable.Range(1, 19).Select(number => $"Part5-{number}").Except(asked));
    }
}
