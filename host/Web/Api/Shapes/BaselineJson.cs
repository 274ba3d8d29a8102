using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>What a unit used of one metric in its base year.</summary>
public sealed record BaselineJson(
    string Metric,
    int Year,
    [property: Description("January first; null where a month is missing.")] IReadOnlyList<decimal?> Months,
    [property: Description("Only the total is known; the months are equal shares of it.")] bool Flat,
    [property: Description("Sum of the known months.")] decimal Total,
    string? Measure,
    string Reference)
{
    public static BaselineJson Of(BaselineRecord record, IReadOnlyDictionary<string, Metric> metrics) => new(
        record.Metric,
        record.Year,
        [.. record.Months.Select(month => month?.ToDecimal())],
        record.Flat,
        record.Months.Sum(month => month?.ToDecimal() ?? 0),
        metrics.GetValueOrDefault(record.Metric)?.CounterMeasure,
        record.Reference);
}
