using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Ledger;

/// <summary>The rules of a source: its settings, its metric's, and what people have entered about it.</summary>
/// <param name="metrics">Metrics of all loaded modules by id.</param>
internal sealed class RuleBook(IReadOnlyDictionary<string, Metric> metrics)
{
    /// <summary>People enter factors per unit of the register; rules hold them in the metric's measure.</summary>
    public static SourceEvent InRules(SourceRow row, SourceEvent said) => said with { Factor = said.Factor * Conversion(row) };

    /// <summary>What was derived by the one does not hold by the other.</summary>
    public static bool Differs(SourceRow left, SourceRow right) =>
        left.Factor != right.Factor || left.Kind != right.Kind || left.Measure != right.Measure || left.Metric != right.Metric
        || left.RegisterWidth != right.RegisterWidth || left.MaxRatePerHour != right.MaxRatePerHour;

    public SourceRules Of(SourceRow row, IEnumerable<SourceEvent> events)
    {
        var metric = metrics.GetValueOrDefault(row.Metric);
        return new SourceRules(row.Factor * Conversion(row))
        {
            Kind = row.Kind,
            RegisterWidth = row.RegisterWidth,
            MaxRatePerHour = row.MaxRatePerHour,
            RestartsAtZero = metric?.RestartsAtZero ?? true,
            Jitter = RegisterValue.From(metric?.Jitter ?? 0m),
            Events = new EventTimeline(events.Select(known => InRules(row, known))),
        };
    }

    private static decimal Conversion(SourceRow row) => row.Kind == SourceKind.Counter ? MeasureTable.OfRegister(row.Measure) : MeasureTable.OfGauge(row.Measure);
}
