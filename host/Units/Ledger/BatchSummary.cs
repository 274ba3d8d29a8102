namespace EmulationPlatform.Units.Ledger;

/// <param name="Metrics">Metrics whose figures may have changed.</param>
/// <param name="OtherUnitsSources">Sources whose hours changed where another unit had them.</param>
internal sealed record BatchSummary(IReadOnlySet<string> Metrics, IReadOnlyList<int> OtherUnitsSources);
