using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Storage.Records;

namespace EmulationPlatform.Units.Movement;

/// <summary>An open point of the plan with who settled it, when and why.</summary>
/// <param name="Option">Null when the plan file does not know the chosen option any more.</param>
public sealed record SettledPoint(Decision Point, DecisionOption? Option, StoredChoice Choice);
