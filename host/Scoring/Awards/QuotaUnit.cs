namespace EmulationPlatform.Scoring.Awards;

/// <summary>What a quota may be a share of, for one unit.</summary>
/// <param name="People">Null when the headcount is not known.</param>
/// <param name="Band">Null when it has none.</param>
public sealed record QuotaUnit(string Unit, string Group, int? People, string? Band);
