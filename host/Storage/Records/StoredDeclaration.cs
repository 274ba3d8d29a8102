using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>What somebody said about a figure of a unit in a period.</summary>
public sealed record StoredDeclaration
{
    /// <summary>From 1, in the order they came; 0 before it is stored.</summary>
    public long No { get; init; }

    /// <summary>Empty for the agency itself.</summary>
    public required string Unit { get; init; }

    public required string Figure { get; init; }

    /// <summary>Name of the period, such as <c>2026</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Declared, Verified, Returned or Withdrawn.</summary>
    public required string Kind { get; init; }

    public decimal? Value { get; init; }

    /// <summary>N of n/N, or the amount of the base year.</summary>
    public decimal? Whole { get; init; }

    public int? BaseYear { get; init; }

    /// <summary>Day of the evidence.</summary>
    public DateOnly? EvidenceOn { get; init; }

    /// <summary>When a report came.</summary>
    public Instant? CameAt { get; init; }

    public string Comment { get; init; } = "";

    /// <summary>Hashes of files.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public required string Author { get; init; }

    /// <summary>Unit of the author; empty for the Office and others without one.</summary>
    public string AuthorUnit { get; init; } = "";

    public required Instant At { get; init; }
}
