using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <summary>A word of an old plan and what it means today.</summary>
public sealed record ObsoleteTerm(string Term, LocalizedText Now, IReadOnlyList<string> Rows);
