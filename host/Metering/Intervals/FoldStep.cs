namespace EmulationPlatform.Metering;

/// <summary>What one more reading changes.</summary>
/// <param name="State">State after the reading.</param>
/// <param name="Retracted">A provisional interval that no longer holds.</param>
/// <param name="First">The earlier of the new intervals.</param>
/// <param name="Second">The later one, when a decision about a suspect reading makes two.</param>
public readonly record struct FoldStep(CounterState State, Interval? Retracted, Interval? First, Interval? Second);
