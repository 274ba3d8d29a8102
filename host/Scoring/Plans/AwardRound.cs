using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Plans;

/// <param name="Year">Null: every year, or at any time.</param>
/// <param name="AnyTime">Ad hoc (đột xuất).</param>
/// <param name="Gates">Gates that must not be open.</param>
/// <param name="LeastBand">Lowest band that may be proposed; null: all.</param>
public sealed record AwardRound(
    string Id, LocalizedText Name, int? Year, bool AnyTime, IReadOnlyList<AwardQuota> Quotas, IReadOnlyList<string> Gates, string? LeastBand, IReadOnlyList<string> Rows);
