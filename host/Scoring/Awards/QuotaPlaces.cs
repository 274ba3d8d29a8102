namespace EmulationPlatform.Scoring.Awards;

/// <summary>How many may be proposed, in one group or in the whole agency.</summary>
/// <param name="Group">Null: the whole agency.</param>
/// <param name="Places">Null while not known: somebody above gives the number, or a headcount is missing.</param>
public sealed record QuotaPlaces(string? Group, int? Places);
