using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Movement;

/// <summary>One line of the Office's queue: a figure that waits to be looked at.</summary>
/// <param name="UnitName">Name of the agency for its own figures.</param>
public sealed record WaitingDeclaration(string Unit, LocalizedText UnitName, DeclarationView Declaration, IReadOnlyList<string> Targets);
