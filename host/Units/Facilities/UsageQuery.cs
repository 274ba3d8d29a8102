using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Use of one meter, or of one metric of a unit or of the whole agency.</summary>
/// <param name="Source">Id of a source; null for a unit or the agency.</param>
/// <param name="Unit">Id of a unit; null for a source or the agency.</param>
/// <param name="Metric">Needed without a source.</param>
/// <param name="From">Included.</param>
/// <param name="To">Excluded.</param>
public sealed record UsageQuery(string? Source, string? Unit, string? Metric, Instant From, Instant To, Granularity Per);
