namespace EmulationPlatform.Scoring.Awards;

/// <param name="Key">What decided on the place, for the sheet.</param>
/// <param name="Rank">1-2-2-4 among those who may be proposed; null for others.</param>
/// <param name="OpenGates">Gates of the round that hold it.</param>
public sealed record Nominee(Candidate Candidate, NomineeState State, TieBreak Key, int? Rank, IReadOnlyList<string> OpenGates);
