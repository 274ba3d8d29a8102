using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Web.Texts;

namespace EmulationPlatform.Web.Parts.Meters;

/// <summary>
/// Use as a chart and its table show it: values by the chosen size. What was measured over a long gap is shown with its coverage
/// of 0 %, so that days sum to months and months to years; where nothing was measured, nothing is shown.
/// </summary>
/// <param name="ShowsBase">There is a base year to show; per person and per square metre only when its headcount and area are known.</param>
public sealed record UsageFigures(UsageView View, UsageChoice Choice, IReadOnlyList<UsageFigures.Slot> Slots, bool ShowsBase)
{
    /// <summary>The first reading of a meter is never at midnight: so much of a slot is the whole of it.</summary>
    private const decimal WholeFrom = 0.995m;

    /// <param name="Mark">Below the bar.</param>
    /// <param name="Name">In the table.</param>
    /// <param name="Value">Null when nothing was measured.</param>
    public sealed record Slot(string Mark, string Name, decimal? Value, decimal? Base, decimal Coverage, IReadOnlyList<string> Flags)
    {
        /// <summary>The base year's time is wholly known.</summary>
        public bool BaseIsWhole { get; init; } = true;
    }

    public static UsageFigures Of(UsageView view, UsageChoice choice, AgencyCalendar calendar, Words words)
    {
        var slots = view.Rows.Select(row =>
        {
            var start = calendar.ToLocal(row.Start);
            var known = row.Coverage > 0m || row.Amount != Amount.Zero;
            var (value, then) = choice.Size switch
            {
                "person" => (row.PerPerson, row.BasePerPerson),
                "area" => (row.PerSquareMetre, row.BasePerSquareMetre),
                _ => (row.Amount.ToDecimal(), row.Base?.ToDecimal()),
            };
            return new Slot(MarkOf(start, choice, words), NameOf(start, choice, words), known ? value : null, then, row.Coverage, known ? row.Flags : [])
            {
                BaseIsWhole = row.BaseCoverage is null or >= WholeFrom,
            };
        }).ToList();
        return new UsageFigures(view, choice, slots, slots.Exists(slot => slot.Base is not null));
    }

    /// <summary>Null when nothing was measured.</summary>
    public decimal? Total => Slots.Any(slot => slot.Value is not null) ? Slots.Sum(slot => slot.Value ?? 0m) : null;

    /// <summary>What can be compared: half a month beside a whole one says nothing.</summary>
    private List<Slot> Whole => [.. Slots.Where(slot => slot is { Value: not null, Base: not null, BaseIsWhole: true, Coverage: >= WholeFrom } && !slot.Flags.Contains("partial", StringComparer.Ordinal))];

    public int WholeCount => Whole.Count;

    /// <summary>Of the slots that are wholly known; null when there is none.</summary>
    public decimal? WholeTotal => WholeCount > 0 ? Whole.Sum(slot => slot.Value!.Value) : null;

    /// <summary>The base year's in the slots that are wholly known; null when there is none.</summary>
    public decimal? BaseTotal => WholeCount > 0 ? Whole.Sum(slot => slot.Base!.Value) : null;

    public decimal? Change => BaseTotal is > 0m and { } then ? (WholeTotal!.Value / then) - 1m : null;

    public decimal Greatest => Slots.SelectMany(slot => (decimal?[])[slot.Value, slot.Base]).Max() ?? 0m;

    private static string MarkOf(DateTimeOffset start, UsageChoice choice, Words words) => choice.Per switch
    {
        Granularity.Hour => start.ToString("%H", words.Culture),
        Granularity.Day => start.ToString("%d", words.Culture),
        Granularity.Month => words.Format("Chart.Month", start.Month),
        _ => start.ToString("yyyy", words.Culture),
    };

    private static string NameOf(DateTimeOffset start, UsageChoice choice, Words words) => choice.Per switch
    {
        Granularity.Hour => start.ToString("HH':'mm", words.Culture),
        Granularity.Day => words.Day(start),
        Granularity.Month => start.ToString("MM'/'yyyy", words.Culture),
        _ => start.ToString("yyyy", words.Culture),
    };
}
