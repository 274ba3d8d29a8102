using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>One entry about a figure that nothing measures, as somebody made it.</summary>
public sealed record StoredDeclaration
{
    /// <summary>From 1, without a gap; given by the table.</summary>
    public long No { get; init; }

    /// <summary>Empty: the agency itself.</summary>
    public required string Unit { get; init; }

    public required string Figure { get; init; }

    /// <summary>Name of the period, such as <c>2026</c> or <c>2026-Q3</c>.</summary>
    public required string Period { get; init; }

    /// <summary>A fixed word such as <c>Declared</c>.</summary>
    public required string Kind { get; init; }

    public decimal? Value { get; init; }

    public decimal? Whole { get; init; }

    public int? BaseYear { get; init; }

    public DateOnly? EvidenceOn { get; init; }

    public Instant? CameAt { get; init; }

    public string Rater { get; init; } = "";

    public string Comment { get; init; } = "";

    /// <summary>Hashes of files in the evidence store.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public required string Author { get; init; }

    public required Instant At { get; init; }
}
