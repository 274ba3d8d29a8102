using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Tests.Support;

/// <summary>Parts of an agency of which a test names only what it is about.</summary>
internal static class Some
{
    public static Metric Electricity { get; } = new("electricity", new("Điện", "Electricity"), "kWh", "W");

    public static Metric Water { get; } = new("water", new("Nước", "Water"), "m3", "m3/h");

    public static SourceChange NoChange { get; } = SourceChange.Nothing;

    public static SourceDescriptor Meter(string topic, string? channel = null) => new("test", "plain", topic, "electricity", SourceKind.Counter, FlowDirection.Import, channel, "kWh");

    public static UnitRecord Unit(string id, string? name = null) => new(id, new(name ?? id, name ?? id), "a", [], []);

    public static Target Target(string id, string indicator) => new()
    {
        Id = id,
        Name = new(id, id),
        Quote = id,
        Section = "III",
        Indicator = indicator,
        Weight = 10m,
        DefaultRule = new Rule.Reduce(2025, 0.5m, 2030),
        Freshness = TimeSpan.FromHours(26),
    };

    public static Plan Plan(params Target[] targets) => new()
    {
        Id = "some",
        Version = 1,
        Name = new("Kế hoạch", "Plan"),
        Agency = new("Cơ quan", "Agency"),
        FirstYear = 2026,
        LastYear = 2030,
        Groups = [new("a", new("A", "A")), new("b", new("B", "B"))],
        Bands = [new("dat", new("Đạt", "Met"), 0)],
        RankingCoverage = 0.80m,
        Targets = targets,
    };

    public static Instant Local(int month, int day, int hour = 0, int minute = 0) =>
        AgencyCalendar.Vietnam.ToInstant(new DateTime(2026, month, day, hour, minute, 0, DateTimeKind.Unspecified));
}
