using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Views;

/// <summary>One metric of a unit over the year: the line beside the base year's.</summary>
public sealed record MetricDetail(Metric Metric, ConsumptionFacts Facts);
