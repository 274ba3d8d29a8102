using EmulationPlatform.Storage.Records;

namespace EmulationPlatform.Units.Views;

/// <summary>Everything the unit's page shows.</summary>
public sealed record UnitDetail(UnitRecord Record, UnitRow Row, IReadOnlyList<MetricDetail> Metrics, IReadOnlyList<SourceView> Sources);
