using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>Start included, end excluded.</summary>
public sealed record ConsumptionJson(
    string Measure,
    decimal Total,
    [property: Description("0 to 1: part of the range up to now that is covered.")] decimal Coverage,
    [property: Description("The range looked at: what was asked, widened to whole hours.")] DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<ConsumptionJson.Row> Rows)
{
    public sealed record Row(
        DateTimeOffset Start,
        DateTimeOffset End,
        decimal Amount,
        [property: Description("Any of estimated, suspect, partial.")] IReadOnlyList<string> Flags);

    public static ConsumptionJson Of(ConsumptionView view, Instant from, Instant to, AgencyCalendar calendar) => new(
        view.Measure,
        view.Total.ToDecimal(),
        decimal.Round(view.Coverage, 4, MidpointRounding.AwayFromZero),
        calendar.ToLocal(from),
        calendar.ToLocal(to),
        [.. view.Rows.Select(row => new Row(calendar.ToLocal(row.Start), calendar.ToLocal(row.End), row.Amount.ToDecimal(), row.Flags))]);
}
