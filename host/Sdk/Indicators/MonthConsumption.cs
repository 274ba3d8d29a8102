namespace EmulationPlatform.Sdk;

/// <summary>One month of a unit's consumption of one metric.</summary>
/// <param name="Amount">What was measured, estimated shares included.</param>
/// <param name="Elapsed">How much of the month has passed at the moment looked at.</param>
/// <param name="Length">Whole length of the month.</param>
/// <param name="Covered">Part of <paramref name="Elapsed"/>, 0 to 1, for which every meter then in use has data.</param>
/// <param name="Estimated">Part of the covered time, 0 to 1, whose amounts are shared out of longer intervals.</param>
/// <param name="Baseline">The same month of the base year, whole; null when missing.</param>
public sealed record MonthConsumption(
    YearMonth Month, Amount Amount, TimeSpan Elapsed, TimeSpan Length, decimal Covered, decimal Estimated, Amount? Baseline);
