using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Explaining;

/// <summary>Something that can be done for points.</summary>
/// <param name="Gain">Points that are due and not reached.</param>
/// <param name="Later">Points whose time has not come and that can be reached all the same.</param>
/// <param name="Required">Value that would give them all, in the leading figure's measure; null when no single value does.</param>
/// <param name="Place">Among the unit's steps; 1 is the cheapest.</param>
public sealed record NextStep(Target Target, decimal Gain, decimal Later, decimal? Value, decimal? Required, string Measure, int Place)
{
    /// <summary>Something is known of it already.</summary>
    public bool IsKnown { get; init; }

    /// <summary>It asks for more units that meet the target: a step of the agency.</summary>
    public bool IsShareOfUnits { get; init; }

    /// <summary>Of a target with several parts: the one that lacks most; null for a single figure.</summary>
    public LocalizedText? Part { get; init; }

    public decimal Whole => Gain + Later;
}
