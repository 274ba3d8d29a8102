using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Views;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Use over time beside the base year, from stored hours; the caller has them stored first.</summary>
internal sealed class UsageDesk(AgencySetup setup)
{
    private AgencyCalendar Calendar => setup.Calendar;

    /// <returns>Null when there is no such source, unit or metric.</returns>
    public UsageView? Of(AgencyRuntime runtime, UsageQuery query)
    {
        var tree = runtime.Tree();
        var source = query.Source is { } id ? runtime.Sources.Find(id) : null;
        var isUnknown = (query.Source is not null && source is null) || (query.Unit is not null && runtime.Find(query.Unit) is null);
        if (isUnknown || !setup.Metrics.TryGetValue(source?.Row.Metric ?? query.Metric ?? "", out var metric))
        {
            return null;
        }

        var parts = source is null ? UsageParts.OfUnit(runtime.Sources, tree, query.Unit, metric.Id) : UsageParts.OfSource(runtime.Sources, source);
        return setup.Database.Read(connection =>
        {
            var baselines = source is null ? Baselines(connection, query.Unit, metric.Id) : [];
            var reading = new UsageReading(connection, Calendar, runtime.Shares(tree), parts);
            var then = new UsageBase(Calendar, reading, baselines, query, source is null ? Year(baselines) : runtime.BaseYear, Instant.From(setup.Clock.GetUtcNow()));
            var rows = Slot.Of(Calendar, query.From, query.To, query.Per).Select(slot => Row(reading, then, runtime, query, slot)).ToList();
            return new UsageView(
                metric.CounterMeasure, then.Year, baselines.Any(baseline => baseline.Flat), rows, [.. parts.Where(part => part.IsOwn).Select(part => part.Entry.Row.Id).Distinct()])
            {
                BaseByMonths = then.IsByMonths,
            };
        });
    }

    private UsageRow Row(UsageReading reading, UsageBase baseYear, AgencyRuntime runtime, UsageQuery query, Slot slot)
    {
        var now = Instant.From(setup.Clock.GetUtcNow());
        var sum = reading.Sum(slot);
        var inUse = reading.InUse(slot, now);
        var (people, area) = Sizes(runtime, query, slot.Start.Start, isKnown: false);
        var then = baseYear.Of(slot);
        var (peopleThen, areaThen) = then is { } known ? Sizes(runtime, query, known.Start.Start, isKnown: true) : default;
        return new UsageRow(
            slot.Start.Start, slot.End.Start, sum.Amount, then?.Amount, Per(sum.Amount, people), Per(sum.Amount, area), Coverage(query, slot, sum, inUse, now),
            query.Source is null ? ConsumptionFlags.Of(sum, slot, inUse, []) : ConsumptionFlags.Of(sum, slot, inUse, reading.Findings(slot)))
        {
            BasePerPerson = Per(then?.Amount, peopleThen),
            BasePerSquareMetre = Per(then?.Amount, areaThen),
            BaseCoverage = then?.Coverage,
        };
    }

    /// <summary>A meter is not missing before it first spoke; a unit without any meter is.</summary>
    private static decimal Coverage(UsageQuery query, Slot slot, HourSum sum, TimeInUse inUse, Instant now)
    {
        var elapsed = Math.Min(slot.End.Start.UnixMilliseconds, now.UnixMilliseconds) - slot.Start.Start.UnixMilliseconds;
        var known = inUse.Known(sum.CoveredMilliseconds);
        return query.Source is not null || elapsed <= 0 ? known : known * inUse.WithAny / elapsed;
    }

    private static decimal? Per(Amount? amount, decimal? size) => size is > 0m ? amount?.ToDecimal() / size : null;

    private static int? Year(List<BaselineRecord> baselines) => baselines.Count > 0 ? baselines.Max(baseline => baseline.Year) : null;

    private static List<BaselineRecord> Baselines(SqliteConnection connection, string? unit, string metric) =>
    [
        .. BaselineTable.All(connection).Where(baseline => baseline.Metric == metric && (unit is null || baseline.Unit == unit))
            .GroupBy(baseline => baseline.Unit).Select(years => years.MaxBy(baseline => baseline.Year)!),
    ];

    /// <param name="isKnown">Only numbers that were entered for that day or before; else the first one stands for what lies before it.</param>
    private (decimal? People, decimal? Area) Sizes(AgencyRuntime runtime, UsageQuery query, Instant at, bool isKnown)
    {
        var day = Calendar.DayOf(at);
        var unit = query.Unit ?? (query.Source is { } source && runtime.Sources.Find(source) is { } entry ? AgencyRuntime.CurrentUnit(entry.Assignments) : null);
        var units = unit is null && query.Source is null ? runtime.Units.Values : runtime.Units.Values.Where(known => known.Id == unit);
        decimal? people = null, area = null;
        foreach (var known in units)
        {
            people = Plus(people, At(known.Headcount));
            area = Plus(area, At(known.AreaSquareMetres));
        }

        return (people, area);

        decimal? At(IReadOnlyList<DatedNumber> numbers) => isKnown && !numbers.Any(number => number.From <= day) ? null : DatedNumbers.At(numbers, day);
    }

    private static decimal? Plus(decimal? sum, decimal? more) => more is null ? sum : (sum ?? 0m) + more;
}
