using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Declaring;

/// <param name="Field">Name of the part of the entry, such as <c>value</c> or <c>evidence</c>.</param>
/// <param name="Text">What is wrong and what is expected, for whoever enters it.</param>
public sealed record DeclarationProblem(string Field, LocalizedText Text);
