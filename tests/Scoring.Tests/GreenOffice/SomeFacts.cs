using EmulationPlatform.Sdk;

namespace EmulationPlatform.Scoring.Tests.GreenOffice;

/// <summary>Facts of one unit for whatever metric is asked.</summary>
internal sealed class SomeFacts(params MonthConsumption[] months) : IUnitFacts
{
    public string Unit => "van-phong";

    public IReadOnlyList<string> Sources { get; init; } = ["meter-1"];

    public int? BaselineYear { get; init; } = 2025;

    public bool Flat { get; init; }

    public static Instant AsOf => Some.At(2026, 8, 1);

    public static MonthConsumption Month(
        int month, decimal amount, decimal? baseline, decimal covered = 1m, decimal estimated = 0m, decimal elapsed = 1m)
    {
        var length = TimeSpan.FromDays(DateTime.DaysInMonth(2026, month));
        return new(
            new YearMonth(2026, month), Amount.From(amount), length * (double)elapsed, length, covered, estimated,
            baseline is { } known ? Amount.From(known) : null);
    }

    public ConsumptionFacts Consumption(string metric, Period period, Instant asOf) =>
        new(metric, months, Sources, Sources.Count > 0 ? asOf : null, BaselineYear, Flat);
}
