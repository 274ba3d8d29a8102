namespace EmulationPlatform.Metering;

/// <summary>What one more reading changes.</summary>
/// <param name="State">State after the reading.</param>
/// <param name="Retracted">An interval that no longer holds.</param>
/// <param name="First">The earlier of the new intervals.</param>
/// <param name="Second">The later one, when a decision about an open reading makes two.</param>
public readonly record struct FoldStep(CounterState State, Interval? Retracted, Interval? First, Interval? Second)
{
    /// <summary>Another interval that no longer holds: one that had been taken as true until a later reading spoke against it.</summary>
    public Interval? RetractedToo { get; init; }

    /// <summary>Steps that came before this one in the same reading, because people's events lie before it.</summary>
    public IReadOnlyList<FoldStep>? Earlier { get; init; }
}
