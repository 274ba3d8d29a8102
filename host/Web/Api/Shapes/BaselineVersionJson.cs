using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>A base year as somebody proposed it, and what was decided about it.</summary>
public sealed record BaselineVersionJson(
    long Version,
    string Unit,
    string Metric,
    int Year,
    [property: Description("January first; null where a month is missing.")] IReadOnlyList<decimal?> Months,
    [property: Description("Only the total is known; the months are equal shares of it.")] bool Flat,
    [property: Description("Sum of the known months.")] decimal Total,
    string? Measure,
    [property: Description("Monthly amounts, one total, or readings stored here.")] BaselineOrigin MadeOf,
    string Reference,
    string Reason,
    string Author,
    DateTimeOffset EnteredAt,
    BaselineState State,
    [property: Description("Null while nobody has decided.")] BaselineVersionJson.DecisionJson? Decision)
{
    public sealed record DecisionJson(bool Approved, string Reason, string Author, DateTimeOffset DecidedAt);

    public static BaselineVersionJson Of(BaselineVersion version, IReadOnlyDictionary<string, Metric> metrics, AgencyCalendar calendar)
    {
        var baseline = version.Baseline;
        var state = version.Decision switch { null => BaselineState.Proposed, { Approved: true } => BaselineState.Approved, _ => BaselineState.Refused };
        return new(
            version.No, baseline.Unit, baseline.Metric, baseline.Year, [.. baseline.Months.Select(month => month?.ToDecimal())], baseline.Flat,
            baseline.Months.Sum(month => month?.ToDecimal() ?? 0), metrics.GetValueOrDefault(baseline.Metric)?.CounterMeasure, baseline.MadeOf, baseline.Reference,
            version.Reason, version.Author, calendar.ToLocal(version.EnteredAt), state,
            version.Decision is { } decision ? new(decision.Approved, decision.Reason, decision.Author, calendar.ToLocal(decision.DecidedAt)) : null);
    }
}
