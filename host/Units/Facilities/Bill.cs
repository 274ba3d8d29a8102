namespace EmulationPlatform.Units.Facilities;

/// <summary>What a supplier's bill says of one meter.</summary>
/// <param name="FromDay">First day it is for.</param>
/// <param name="ToDay">Day after the last one.</param>
/// <param name="Amount">In the metric's measure.</param>
/// <param name="Reference">Number and date of the bill.</param>
public sealed record Bill(DateOnly FromDay, DateOnly ToDay, decimal Amount, string Reference, string? Evidence);
