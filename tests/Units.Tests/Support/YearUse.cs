using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Tests.Support;

/// <summary>A formula as modules have them: the year's use beside the base year's.</summary>
internal sealed class YearUse(string id, string metric, Func<IndicatorResult, IndicatorResult> twist) : IIndicator
{
    public YearUse(string id, string metric)
        : this(id, metric, result => result)
    {
    }

    public int Calls { get; private set; }

    public string Id => id;

    public LocalizedText Name { get; } = new("Điện dùng trong năm", "Electricity of the year");

    public string Measure => "kWh";

    public IReadOnlyList<string> Metrics { get; } = [metric];

    public IndicatorResult Evaluate(IUnitFacts facts, Period period, Instant asOf)
    {
        Calls++;
        var use = facts.Consumption(metric, period, asOf);
        return twist(new IndicatorResult(use.Sources.Count == 0 ? DataState.NoData : DataState.Measured, use.Months.Sum(month => month.Amount.ToDecimal()), 1m)
        {
            Reference = 1_000m,
            BaselineYear = 2025,
            UpdatedAt = use.LatestReadingAt,
        });
    }
}
