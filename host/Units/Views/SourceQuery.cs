namespace EmulationPlatform.Units.Views;

/// <param name="Unassigned">
/// True: only sources that wait for a unit; false: only those with one and those that somebody decided to leave without; null: all.
/// </param>
/// <param name="Topic">Exact topic, or null for any.</param>
/// <param name="Unit">Id of a unit that has it now, alone or shared with others; null for any.</param>
public sealed record SourceQuery(bool? Unassigned, string? Topic, string? Unit);
