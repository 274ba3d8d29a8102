namespace EmulationPlatform.Scoring.Plans;

/// <summary>What an open gate does.</summary>
/// <param name="Gate">Id of a target that is a gate.</param>
/// <param name="Steps">For <see cref="ConsequenceKind.Down"/>.</param>
/// <param name="Band">For <see cref="ConsequenceKind.AtMost"/>.</param>
public sealed record Consequence(string Gate, ConsequenceKind Kind, int Steps, string? Band);
