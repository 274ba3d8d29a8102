using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Scoring.Rules;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Movement;
using EmulationPlatform.Units.Scores;
using EmulationPlatform.Units.Views;
using Microsoft.Extensions.Logging.Abstractions;

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
        Citation = new(id, "III", [id]),
        Weight = 10m,
        OrganisationWeight = 10m,
        Rule = new Rule.Scaled(RuleKind.Reduce, new Figure.ShareOfBase(indicator, 2025, PerHead: false), new Scale.Linear(Course.Flat(1m), Course.Path(2025, 1m, 2030, 0.5m))),
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
        Targets = targets,
    };

    public static ScoringTerms Terms(Plan plan, params IIndicator[] indicators) => new(
        plan, null, indicators.ToDictionary(indicator => indicator.Id), DeclaredBook.Empty(AgencyCalendar.Vietnam), unit => Unit(unit), AgencyCalendar.Vietnam, NullLogger.Instance);

    public static Instant Local(int month, int day, int hour = 0, int minute = 0) =>
        AgencyCalendar.Vietnam.ToInstant(new DateTime(2026, month, day, hour, minute, 0, DateTimeKind.Unspecified));
}
