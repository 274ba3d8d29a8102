using EmulationPlatform.Scoring.Awards;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.Awards;

/// <summary>Plans, rounds and candidates of which a test names only what it is about.</summary>
internal static class SomeRound
{
    public static Plan Plan { get; } = new()
    {
        Id = "some",
        Version = 1,
        Name = new("Kế hoạch", "Plan"),
        Agency = new("Cơ quan", "Agency"),
        FirstYear = 2026,
        LastYear = 2030,
        Groups = [new("a", new("A", "A")), new("b", new("B", "B"))],
        Targets = [],
        Bands = [Band("xuat-sac", 90), Band("tot", 80), Band("kha", 65)],
    };

    public static AwardRound Round { get; } = new("hang-nam", new("Hằng năm", "Yearly"), null, AnyTime: false, [], [], null, []);

    public static AwardQuota Quota { get; } = new(["gk"], null, null, QuotaBase.Units, null, WithinGroup: false, QuotaRounding.Down, IsExternal: false, Citation.None);

    public static Candidate Candidate(string subject, decimal floor, string band = "tot") => new(subject, "a", band, floor, 1m, 1m, 0, []);

    private static Band Band(string id, decimal from) => new(id, new(id, id), from);
}
