namespace EmulationPlatform.Units.Views;

/// <param name="Unassigned">True: only sources without a unit; false: only those with one; null: all.</param>
/// <param name="Topic">Exact topic, or null for any.</param>
/// <param name="Unit">Unit id, or null for any.</param>
public sealed record SourceQuery(bool? Unassigned, string? Topic, string? Unit);
