namespace EmulationPlatform.Scoring.Plans;

/// <summary>Points of a target on both sheets.</summary>
internal readonly record struct TargetWeight(decimal Unit, decimal Organisation)
{
    /// <summary>What points per event are counted out of; the agency's points when units have none. 0 for a gate.</summary>
    public decimal OutOf => Unit > 0 ? Unit : Organisation;
}
