using EmulationPlatform.Scoring.Evaluating;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Scoring.Scorecards;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Web.Tests.Support;

/// <summary>A small board with one unit of each kind: measured, without a baseline, old.</summary>
internal static class Some
{
    public static readonly AgencyCalendar Calendar = AgencyCalendar.Vietnam;
    public static readonly DateTimeOffset Noon = new(2026, 7, 31, 12, 0, 0, TimeSpan.FromHours(7));

    private static readonly Band Excellent = new("xuat-sac", new("Xuất sắc", "Excellent"), 90);
    private static readonly Band Passed = new("dat", new("Đạt", "Passed"), 50);

    public static readonly Plan Plan = new()
    {
        Id = "thu",
        Version = 3,
        Name = new("Phong trào thi đua thử", "Trial movement"),
        Agency = new("Ban thử nghiệm", "Trial agency"),
        FirstYear = 2026,
        LastYear = 2030,
        Groups = [new("nhom-a", new("Nhóm A", "Group A"))],
        Bands = [Excellent, Passed],
        Targets = [Target("S0-24.electricity", "electricity", new("Tiết kiệm điện", "Save electricity")), Target("S0-24.water", "water", new("Tiết kiệm nước", "Save water"))],
    };

    public static Instant At(int hour, int minute = 0) => Instant.From(Noon.AddHours(hour - 12).AddMinutes(minute));

    public static ScoreboardView Board(long sequence = 42, params UnitRow[] rows) => new(
        Plan, Instant.From(Noon), Calendar.Year(2026), sequence, Organisation(), rows.Length > 0 ? rows : [KyThuat(), KeHoach(), VanPhong()]);

    public static OrganisationCard Organisation(decimal score = 83.24m) => new(
        score, 0.93m, 70.1m, 95.55m, Passed,
        [.. Plan.Targets.Select(target => new OrganisationTarget(target, 1, 2, 3, Together(target)))]);

    /// <summary>Everything measured.</summary>
    public static UnitRow KyThuat(long sequence = 40, int? rank = 1, decimal used = 12_028.5m) => Row(
        "ky-thuat", new("Phòng Kỹ thuật", "Technical department"), 88.44446m, rank, sequence, Excellent,
        Score(Plan.Targets[0], DataState.Measured, 1m, used, 12_400m, At(11, 59)),
        Score(Plan.Targets[1], DataState.Estimated, 0m, 218m, 210m, At(11, 0)));

    /// <summary>Measured, with nothing to compare with.</summary>
    public static UnitRow KeHoach(long sequence = 41) => Row(
        "ke-hoach", new("Phòng Kế hoạch", "Planning department"), null, null, sequence, null,
        Score(Plan.Targets[0], DataState.NoBaseline, null, 57.25m, null, At(11, 58)),
        Score(Plan.Targets[1], DataState.NoData, null, null, null, null));

    /// <summary>Its newest reading is older than the limit.</summary>
    public static UnitRow VanPhong(long sequence = 42) => Row(
        "van-phong", new("Văn phòng", "Office"), 50m, 2, sequence, Passed,
        Score(Plan.Targets[0], DataState.Stale, 1m, 90m, 100m, Instant.From(Noon.AddDays(-3))),
        Score(Plan.Targets[1], DataState.Measured, 0m, 12m, 11m, At(11, 59)));

    public static SourceView Source(string id = "tele-ky-thuat-electricity-1", string? unit = "ky-thuat") => new(
        id, unit, null, "electricity", SourceKind.Counter, FlowDirection.Import, null, "kWh", 1m, null, null, "mqtt", "tasmota", "tele/ky-thuat/SENSOR",
        At(8), new ReadingView(At(11, 59), 1_234.5m, At(11, 59), "mqtt"), SourceHealth.Live, 0);

    private static Target Target(string id, string metric, LocalizedText name) => new()
    {
        Id = id,
        Name = name,
        Citation = new("100% các phòng thực hiện tiết kiệm điện, nước.", "III.2.d", ["S0-24"]),
        Weight = 4,
        OrganisationWeight = 4,
        Rule = new Rule.Scaled(
            RuleKind.NotAboveBase,
            new Figure.ShareOfBase("green-office." + metric, 2025, PerHead: false),
            new Scale.Steps([new(Course.Flat(decimal.MinValue), Over: false, 1m), new(Course.Flat(1m), Over: true, 0m)])),
        Freshness = TimeSpan.FromHours(26),
    };

    private static UnitRow Row(string unit, LocalizedText name, decimal? score, int? rank, long sequence, Band? band, params TargetScore[] targets) => new(
        unit, name, "nhom-a", new Scorecard(unit, score, score is null ? 0m : 0.955555m, 70m, 92.5m, band, targets, Inputs(unit)), rank, sequence, Instant.From(Noon));

    private static UnitInputs Inputs(string unit) => new()
    {
        Unit = unit, Group = "nhom-a", Period = Calendar.Year(2026), AsOf = Instant.From(Noon), Results = new Dictionary<string, IndicatorResult>(),
    };

    private static TargetScore Together(Target target) => new(target, target.OrganisationWeight, DataState.Measured, null, new(DataState.Measured, null, 0m), "")
    {
        Attainment = 0.5m, DueShare = 1m, Coverage = 0.93m, FloorAttainment = 0.3m, CeilingAttainment = 0.9m,
    };

    private static TargetScore Score(Target target, DataState state, decimal? attainment, decimal? value, decimal? reference, Instant? updatedAt)
    {
        var result = new IndicatorResult(state, value, attainment is null ? 0 : 0.95m)
        {
            Reference = reference,
            BaselineYear = reference is null ? null : 2025,
            UpdatedAt = updatedAt,
            Reason = state == DataState.NoBaseline ? new LocalizedText("Chưa có số liệu năm 2025.", "There is no baseline of 2025.") : null,
            Inputs = value is null ? [] : ["tele-ky-thuat-electricity-1"],
        };
        var outcome = new Outcome(target.Rule!, state, attainment, attainment, 0.95m, 1m, 0.25m, 1m) { Result = result, Required = reference, Reason = result.Reason };
        return new(target, target.Weight, state, outcome, result, IsWater(target) ? "m3" : "kWh") { Required = reference, LeadingIndicator = target.Rule!.Indicators[0] };
    }

    private static bool IsWater(Target target) => target.Id.EndsWith("water", StringComparison.Ordinal);
}
