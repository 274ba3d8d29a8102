using EmulationPlatform.Units.Watching;

namespace EmulationPlatform.Units.Ledger;

/// <param name="Metrics">Metrics whose figures may have changed.</param>
/// <param name="OtherUnitsSources">Sources whose hours changed where another unit had them.</param>
/// <param name="Heard">The newest reading of each source that sent one newer than all before.</param>
internal sealed record BatchSummary(IReadOnlySet<string> Metrics, IReadOnlyList<int> OtherUnitsSources, IReadOnlyList<HeardSource> Heard);
