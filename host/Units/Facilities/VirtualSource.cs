using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A source that adds up the consumption of others, each times a coefficient.</summary>
/// <param name="Id">Small letters, digits and hyphens; it begins with <c>virtual-</c>.</param>
/// <param name="Terms">Ids of sources with their coefficients; below 0 takes away.</param>
public sealed record VirtualSource(string Id, string Metric, string? Label, IReadOnlyList<KeyValuePair<string, decimal>> Terms, string Reason)
{
    /// <summary>Unit it counts for from the start; null when it is to be assigned later.</summary>
    public string? Unit { get; init; }

    /// <summary>First moment that counts for the unit; null: all that its terms ever counted.</summary>
    public Instant? AssignedFrom { get; init; }

    internal SourceChange Assignment => SourceChange.Nothing with { Unit = Unit, AssignedFrom = AssignedFrom, Reason = Reason };
}
