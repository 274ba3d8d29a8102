using EmulationPlatform.Scoring.Declaring;
using EmulationPlatform.Scoring.Plans;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;

namespace EmulationPlatform.Units.Movement;

/// <summary>A declared figure of a unit: what the unit says, what was verified, and everything that was said.</summary>
/// <param name="Measuring">Name of the module's indicator that measures it instead; null while nothing does.</param>
/// <param name="Pair">The unit's own word and the verified one.</param>
/// <param name="History">Oldest first.</param>
public sealed record DeclarationView(
    PlanFigure Figure, LocalizedText? Measuring, IndicatorResult Result, DeclaredPair Pair, IReadOnlyList<StoredDeclaration> History)
{
    /// <summary>The unit has said something that nobody has looked at yet.</summary>
    public bool Waits => History.Count > 0 && History[^1].Kind == nameof(DeclarationKind.Declared);
}
