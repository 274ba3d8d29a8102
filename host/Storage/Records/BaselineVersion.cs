using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>A base year as somebody proposed it, and what was decided about it.</summary>
public sealed record BaselineVersion(long No, BaselineRecord Baseline, string Reason, string Author, Instant EnteredAt)
{
    /// <summary>Null while nobody has decided.</summary>
    public BaselineDecision? Decision { get; init; }

    /// <summary>Numbers of those that count: of each unit, metric and year the one that was approved last.</summary>
    public static IReadOnlySet<long> InForce(IEnumerable<BaselineVersion> versions) => versions.Where(version => version.Decision is { Approved: true })
        .GroupBy(version => (version.Baseline.Unit, version.Baseline.Metric, version.Baseline.Year))
        .Select(approved => approved.OrderBy(version => version.Decision!.DecidedAt).ThenBy(version => version.No).Last().No)
        .ToHashSet();
}
