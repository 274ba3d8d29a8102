namespace EmulationPlatform.Scoring.Plans;

/// <summary>How many may be proposed. One of the limits is set, or <paramref name="IsExternal"/>.</summary>
/// <param name="Forms">Award forms that share it.</param>
/// <param name="Percent">Of units, people or a band, by <paramref name="Of"/>.</param>
/// <param name="IsExternal">Somebody above gives the number later.</param>
public sealed record AwardQuota(
    IReadOnlyList<string> Forms, int? Most, decimal? Percent, QuotaBase Of, string? Band, bool WithinGroup, QuotaRounding Rounding, bool IsExternal, Citation Citation);
