using EmulationPlatform.Storage.Records;

namespace EmulationPlatform.Units.Scores;

/// <summary>The terms for units of some registry.</summary>
internal delegate ScoringTerms TermsOfUnits(Func<string, UnitRecord?> unitOf);
