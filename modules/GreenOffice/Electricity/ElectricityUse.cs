using EmulationPlatform.Sdk;

namespace EmulationPlatform.Modules.GreenOffice;

/// <summary>Energy taken from the grid, in kilowatt-hours.</summary>
internal sealed class ElectricityUse : IIndicator
{
    public static Metric Metric { get; } = new("electricity", new("Điện", "Electricity"), CounterMeasure: "kWh", GaugeMeasure: "W");

    public string Id => "green-office.electricity";

    public LocalizedText Name { get; } = new("Điện tiêu thụ", "Electricity used");

    public string Measure => Metric.CounterMeasure;

    public IReadOnlyList<string> Metrics { get; } = [Metric.Id];

    public IndicatorResult Evaluate(IUnitFacts facts, Period period, Instant asOf) =>
        ConsumptionComparison.Of(facts.Consumption(Metric.Id, period, asOf));
}
