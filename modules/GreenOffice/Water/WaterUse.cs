using EmulationPlatform.Sdk;

namespace EmulationPlatform.Modules.GreenOffice;

/// <summary>Water taken from the supplier, in cubic metres.</summary>
internal sealed class WaterUse : IIndicator
{
    public static Metric Metric { get; } = new("water", new("Nước", "Water"), CounterMeasure: "m3", GaugeMeasure: "m3/h");

    public string Id => "green-office.water";

    public LocalizedText Name { get; } = new("Nước tiêu thụ", "Water used");

    public string Measure => Metric.CounterMeasure;

    public IReadOnlyList<string> Metrics { get; } = [Metric.Id];

    public IndicatorResult Evaluate(IUnitFacts facts, Period period, Instant asOf) =>
        ConsumptionComparison.Of(facts.Consumption(Metric.Id, period, asOf));
}
