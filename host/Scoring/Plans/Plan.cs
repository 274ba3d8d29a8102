using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>An agency's plan as data: what is demanded, how it is judged, and who is compared with whom.</summary>
public sealed record Plan
{
    /// <summary>Short name for machines, for example <c>quang-ngai-ban-qlda</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up with every change of the file that is put to use.</summary>
    public required int Version { get; init; }

    public required LocalizedText Name { get; init; }

    public required LocalizedText Agency { get; init; }

    /// <summary>First and last calendar year of the movement.</summary>
    public required int FirstYear { get; init; }

    public required int LastYear { get; init; }

    public required IReadOnlyList<PeerGroup> Groups { get; init; }

    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>From the best band to the lowest; thresholds fall.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>Least coverage, 0 to 1, with which a unit is ranked. Default 0.80.</summary>
    public required decimal RankingCoverage { get; init; }
}
