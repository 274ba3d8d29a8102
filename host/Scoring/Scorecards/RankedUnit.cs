namespace EmulationPlatform.Scoring.Scorecards;

/// <param name="Rank">1-2-2-4 within the peer group; null when coverage is too low to rank.</param>
public sealed record RankedUnit(string Unit, string Group, Scorecard Card, int? Rank);
