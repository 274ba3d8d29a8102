using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>How folding again ended.</summary>
/// <param name="State">The new state at that place.</param>
/// <param name="AgreedAt">The reading from which old and new agree; null when the last reading was reached before they did.</param>
public readonly record struct RefoldEnd(CounterState State, Instant? AgreedAt);
