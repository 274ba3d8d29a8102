using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>Something a person entered about a source. Part of what the truth is a function of.</summary>
/// <param name="No">Number of the act that entered it; of two at the same moment the later one holds.</param>
/// <param name="At">When it happened. It says something about the interval that holds this moment or ends at it.</param>
public sealed record SourceEvent(long No, SourceEventKind Kind, Instant At)
{
    /// <summary>End of what is ignored or of an outage, included.</summary>
    public Instant Until { get; init; } = At;

    /// <summary>What the replaced device showed at the end, in units of the register.</summary>
    public RegisterValue OldFinal { get; init; }

    /// <summary>What the new device, or the register after a reset, showed at the beginning.</summary>
    public RegisterValue NewInitial { get; init; }

    /// <summary>The new factor, above 0.</summary>
    public decimal Factor { get; init; } = 1m;

    /// <summary>What the reading truly was.</summary>
    public RegisterValue Value { get; init; }
}
