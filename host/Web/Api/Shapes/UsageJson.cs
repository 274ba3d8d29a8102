using System.ComponentModel;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>Use over time beside the same time of the base year. Start included, end excluded.</summary>
public sealed record UsageJson(
    [property: Description("Measure of all amounts.")] string Measure,
    int? BaseYear,
    [property: Description("The base year is one total shared equally over its months.")] bool FlatBase,
    [property: Description("The range looked at: what was asked, widened to whole hours.")] DateTimeOffset From,
    DateTimeOffset To,
    decimal Total,
    [property: Description("Ids of the sources it is made of.")] IReadOnlyList<string> Sources,
    IReadOnlyList<UsageJson.Row> Rows)
{
    public sealed record Row(
        DateTimeOffset Start,
        DateTimeOffset End,
        decimal Amount,
        [property: Description("The base year's; null when it is not known, or not for so short a time.")] decimal? Base,
        decimal? PerPerson,
        decimal? PerSquareMetre,
        [property: Description("The base year's, by its own headcount; null when either is not known.")] decimal? BasePerPerson,
        [property: Description("The base year's, by its own floor area; null when either is not known.")] decimal? BasePerSquareMetre,
        [property: Description("0 to 1: part of the elapsed time that is known; time before a meter's first reading does not count against it.")] decimal Coverage,
        [property: Description("As the flags of consumption.")] IReadOnlyList<string> Flags);

    public static UsageJson Of(UsageView view, Instant from, Instant to, AgencyCalendar calendar) => new(
        view.Measure,
        view.BaseYear,
        view.FlatBase,
        calendar.ToLocal(from),
        calendar.ToLocal(to),
        view.Rows.Sum(row => row.Amount.ToDecimal()),
        view.Sources,
        [.. view.Rows.Select(row => new Row(
            calendar.ToLocal(row.Start), calendar.ToLocal(row.End), row.Amount.ToDecimal(), row.Base?.ToDecimal(), Round(row.PerPerson), Round(row.PerSquareMetre),
            Round(row.BasePerPerson), Round(row.BasePerSquareMetre), decimal.Round(row.Coverage, 4, MidpointRounding.AwayFromZero), row.Flags))]);

    private static decimal? Round(decimal? value) => value is { } known ? decimal.Round(known, 6, MidpointRounding.AwayFromZero) : null;
}
