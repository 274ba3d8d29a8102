using EmulationPlatform.Metering;
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
        var shares = runtime.Shares(tree);
        return setup.Database.Read(connection =>
        {
            var baselines = source is null ? Baselines(connection, query.Unit, metric.Id) : [];
            var rows = Slot.Of(Calendar, query.From, query.To, query.Per)
                .Select(slot => Row(new Reading(connection, runtime, shares, parts, baselines), query, slot)).ToList();
            int? baseYear = baselines.Count > 0 ? baselines.Max(baseline => baseline.Year) : source is null ? null : runtime.BaseYear;
            return new UsageView(
                metric.CounterMeasure, baseYear, baselines.Any(baseline => baseline.Flat), rows, [.. parts.Where(part => part.IsOwn).Select(part => part.Entry.Row.Id).Distinct()]);
        });
    }

    private UsageRow Row(Reading reading, UsageQuery query, Slot slot)
    {
        var sum = reading.Sum(slot, Calendar);
        var known = reading.Elapsed(slot, Instant.From(setup.Clock.GetUtcNow()));
        var (people, area) = Sizes(reading.Runtime, query, slot.Start.Start);
        return new UsageRow(
            slot.Start.Start, slot.End.Start, sum.Amount,
            query.Source is null ? Base(slot, query.Per, reading.Baselines) : OwnBase(reading, slot),
            people is > 0m ? sum.Amount.ToDecimal() / people : null,
            area is > 0m ? sum.Amount.ToDecimal() / area : null,
            known <= 0 ? 0m : Math.Clamp((decimal)sum.CoveredMilliseconds / known, 0m, 1m),
            query.Source is null ? ConsumptionFlags.Of(sum, slot.End.Start - slot.Start.Start) : ConsumptionFlags.Of(sum, slot, reading.Findings(slot)));
    }

    /// <summary>A source's own hours in the same stretch of the base year, when it was measured then.</summary>
    private Amount? OwnBase(Reading reading, Slot slot)
    {
        var then = new Slot(Moved(slot.Start, reading.Runtime.BaseYear), Moved(slot.End, reading.Runtime.BaseYear));
        var sum = reading.Sum(then, Calendar);
        return sum.CoveredMilliseconds > 0 ? sum.Amount : null;
    }

    private Hour Moved(Hour hour, int baseYear)
    {
        var local = Calendar.ToLocal(hour.Start).DateTime;
        return Hour.Of(Calendar.ToInstant(local.AddYears(baseYear - local.Year)));
    }

    /// <summary>Base years are known by months: a day or an hour has none.</summary>
    private Amount? Base(Slot slot, Granularity per, IReadOnlyList<BaselineRecord> baselines)
    {
        if (baselines.Count == 0 || per is Granularity.Hour or Granularity.Day)
        {
            return null;
        }

        var sum = Amount.Zero;
        for (var month = Calendar.MonthOf(slot.Start.Start); Calendar.StartOf(month) < slot.End.Start; month = month.Next())
        {
            foreach (var baseline in baselines)
            {
                if (baseline.Months[month.Month - 1] is not { } amount)
                {
                    return null;
                }

                sum += amount;
            }
        }

        return sum;
    }

    private static List<BaselineRecord> Baselines(SqliteConnection connection, string? unit, string metric) =>
    [
        .. BaselineTable.All(connection).Where(baseline => baseline.Metric == metric && (unit is null || baseline.Unit == unit))
            .GroupBy(baseline => baseline.Unit).Select(years => years.MaxBy(baseline => baseline.Year)!),
    ];

    private (decimal? People, decimal? Area) Sizes(AgencyRuntime runtime, UsageQuery query, Instant at)
    {
        var day = DateOnly.FromDateTime(Calendar.ToLocal(at).DateTime);
        var unit = query.Unit ?? (query.Source is { } source && runtime.Sources.Find(source) is { } entry ? AgencyRuntime.CurrentUnit(entry.Assignments) : null);
        var units = unit is null && query.Source is null ? runtime.Units.Values : runtime.Units.Values.Where(known => known.Id == unit);
        decimal? people = null, area = null;
        foreach (var known in units)
        {
            people = Plus(people, DatedNumbers.At(known.Headcount, day));
            area = Plus(area, DatedNumbers.At(known.AreaSquareMetres, day));
        }

        return (people, area);
    }

    private static decimal? Plus(decimal? sum, decimal? more) => more is null ? sum : (sum ?? 0m) + more;

    /// <summary>What one answer is read with.</summary>
    private sealed record Reading(
        SqliteConnection Connection, AgencyRuntime Runtime, ShareBuilder Shares, IReadOnlyList<UsagePart> Parts, IReadOnlyList<BaselineRecord> Baselines)
    {
        public HourSum Sum(Slot slot, AgencyCalendar calendar)
        {
            var sum = default(HourSum);
            foreach (var part in Parts)
            {
                var from = part.From is { } begun && begun > slot.Start ? begun : slot.Start;
                var to = part.To is { } end && end < slot.End ? end : slot.End;
                foreach (var month in part.Share is null ? [new Slot(from, to)] : Slot.Of(calendar, from.Start, to.Start, Granularity.Month))
                {
                    // Shares follow the numbers of each month.
                    sum += Weighted(part, HourTable.Sum(Connection, part.Entry.No, month.Start, month.End), calendar.MonthOf(month.Start.Start));
                }
            }

            return sum;
        }

        /// <summary>Milliseconds of the slot until now for which there should be data, each meter and the time it counted by itself.</summary>
        public long Elapsed(Slot slot, Instant now)
        {
            return Parts.Where(part => part.IsOwn).Sum(part => Math.Max(0L,
                Math.Min(Math.Min(slot.End.Start.UnixMilliseconds, now.UnixMilliseconds), part.To?.Start.UnixMilliseconds ?? long.MaxValue)
                - Math.Max(slot.Start.Start.UnixMilliseconds, part.From?.Start.UnixMilliseconds ?? long.MinValue)));
        }

        public IReadOnlyList<Storage.ReadingLog.FindingRow> Findings(Slot slot) =>
            [.. Parts.SelectMany(part => FindingTable.Within(Connection, part.Entry.No, slot.Start.Start, slot.End.Start))];

        private HourSum Weighted(UsagePart part, HourSum sum, YearMonth month)
        {
            var shared = part.Share is { } stretch ? Shares.Part(sum, part.ShareOf!, stretch, month) : sum;
            return part.Coefficient == 1m ? shared : part.IsOwn
                ? shared with { Amount = VirtualSum.Of([(part.Coefficient, shared.Amount)]) }
                : new HourSum(VirtualSum.Of([(part.Coefficient, shared.Amount)]), 0, 0, 0);
        }
    }
}
