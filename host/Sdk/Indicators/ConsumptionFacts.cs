namespace EmulationPlatform.Sdk;

/// <summary>What a unit used in a period, month by month.</summary>
/// <param name="Months">Every month of the period that has begun, in order, also those without data.</param>
/// <param name="Sources">Ids of the counters that count for the unit in the period.</param>
/// <param name="LatestReadingAt">Newest reading among them; null without any.</param>
/// <param name="BaselineYear">Base year of the baselines; null when the unit has none for this metric.</param>
/// <param name="FlatBaseline">The base year is known only as one total, shared equally over its months.</param>
public sealed record ConsumptionFacts(
    string Metric,
    IReadOnlyList<MonthConsumption> Months,
    IReadOnlyList<string> Sources,
    Instant? LatestReadingAt,
    int? BaselineYear,
    bool FlatBaseline);
