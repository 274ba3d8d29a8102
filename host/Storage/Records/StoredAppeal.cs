using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Records;

/// <summary>A unit's objection to one target of one period.</summary>
public sealed record StoredAppeal
{
    /// <summary>From 1, without a gap; given by the table.</summary>
    public long No { get; init; }

    /// <summary>Empty: the agency itself.</summary>
    public required string Unit { get; init; }

    public required string Target { get; init; }

    public required string Period { get; init; }

    public required string Reason { get; init; }

    /// <summary>Hashes of files in the evidence store.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public required string Author { get; init; }

    public required Instant At { get; init; }

    /// <summary>Null while it is open.</summary>
    public AppealAnswer? Answer { get; init; }
}
