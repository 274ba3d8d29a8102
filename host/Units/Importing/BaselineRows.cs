using EmulationPlatform.Sdk;
using EmulationPlatform.Sheets;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Units.Importing;

/// <summary>Base years: twelve months, or one total that is shared equally.</summary>
/// <param name="approve">The importer may approve: they count at once; otherwise they are proposals.</param>
internal sealed class BaselineRows(AgencySetup setup, AgencyRuntime runtime, ImportOptions options, IReadOnlyList<BaselineRecord> known, Instant now, bool approve)
{
    private const decimal Greatest = 1_000_000_000_000m;

    private readonly List<(BaselineRecord Baseline, string Reason)> wanted = [];

    public void Take(RowValues row)
    {
        var (unit, metric, year, reference) = (row.Text("unit"), row.Text("metric"), row.Number("year", NumberForm.Invariant), row.Text("reference"));
        if (unit is not null && runtime.Find(unit) is null)
        {
            row.Refuse("unit", $"There is no unit {unit}.", "Import the units first, or correct the id.");
        }

        if (metric is not null && !setup.Metrics.ContainsKey(metric))
        {
            row.Refuse("metric", $"There is no metric {metric}.", $"Write one of {string.Join(", ", setup.Metrics.Keys.Order(StringComparer.Ordinal))}.");
        }

        if (year is { } number && (number is < 2000 or > 2100 || number != decimal.Truncate(number)))
        {
            row.Refuse("year", $"{year} is not a year.", "Write four digits.");
        }

        var months = Months(row, out var origin);
        if (row.IsFaulty || unit is null || metric is null || year is null || reference is null)
        {
            return;
        }

        if (wanted.Exists(other => (other.Baseline.Unit, other.Baseline.Metric, other.Baseline.Year) == (unit, metric, (int)year.Value)))
        {
            row.Refuse("unit", $"{unit}, {metric}, {year} stands in the file twice.", "Keep one row.");
        }
        else
        {
            wanted.Add((new BaselineRecord(unit, metric, (int)year.Value, months, origin, reference), row.Text("reason") ?? options.Reason ?? reference));
        }
    }

    public IEnumerable<PlannedChange> Changes() => wanted.Where(row => !known.Any(before => Same(before, row.Baseline))).Select(row =>
    {
        var (baseline, reason) = row;
        var shape = BaselineShape.Of(baseline, reason, version: 0);
        return new PlannedChange(BaselineShape.Subject(baseline), Before: null, shape, connection =>
        {
            shape.Version = BaselineTable.Propose(connection, baseline, reason, options.Author, now);
            if (approve)
            {
                BaselineTable.Decide(connection, shape.Version, new BaselineDecision(true, reason, options.Author, now));
            }
        });
    });

    private IReadOnlyList<Amount?> Months(RowValues row, out BaselineOrigin origin)
    {
        var months = Enumerable.Range(1, 12).Select(month => Amount(row, ImportHeaders.Month(month))).ToArray();
        var total = Amount(row, "total");
        origin = total is null ? BaselineOrigin.Months : BaselineOrigin.Total;
        var any = Enumerable.Range(1, 12).Any(month => row.Text(ImportHeaders.Month(month)) is not null);
        if (any == (row.Text("total") is not null))
        {
            row.Refuse("total", any ? "Months and a total are both given." : "Neither months nor a total are given.", "Fill the months, or the total alone.");
        }

        return total is { } whole ? BaselineRecord.EqualMonths(whole) : months;
    }

    private Amount? Amount(RowValues row, string column)
    {
        if (row.Number(column, options.Numbers) is not { } number)
        {
            return null;
        }

        if (number is < 0m or > Greatest)
        {
            row.Refuse(column, "It must be 0 or above, and at most 10¹².", "Correct the number.");
            return null;
        }

        return Sdk.Amount.From(number);
    }

    private static bool Same(BaselineRecord left, BaselineRecord right) =>
        left with { Months = right.Months } == right && left.Months.SequenceEqual(right.Months);
}
