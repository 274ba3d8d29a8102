using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What a person says about a source's life. Values are in the register's measure.</summary>
/// <param name="At">When it happened; for a decision about an interval, the reading that ends it.</param>
/// <param name="Reason">Why; never empty.</param>
public sealed record EventEntry(SourceEventKind Kind, Instant At, string Reason)
{
    public Instant? Until { get; init; }

    public decimal? OldFinal { get; init; }

    public decimal? NewInitial { get; init; }

    public decimal? Factor { get; init; }

    public decimal? Value { get; init; }

    /// <summary>Hash of a photo or minutes in the evidence store.</summary>
    public string? Evidence { get; init; }
}
