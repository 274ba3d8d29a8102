using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Units.Ledger;

/// <summary>Adds up the months of a unit's sources beside its base year.</summary>
internal static class ConsumptionBuilder
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromHours(1);

    public static ConsumptionFacts Build(
        string metric, Period period, Instant asOf, IEnumerable<SourceShare> shares, BaselineRecord? baseline, AgencyCalendar calendar)
    {
        var all = shares.Where(share => share.FirstAt is not null).ToList();
        var counted = all.Where(share => !share.IsSubtracted).ToList();
        var months = new List<MonthConsumption>();
        var end = Horizon(period, period.UpTo(asOf), counted);
        for (var month = calendar.MonthOf(period.Start); calendar.StartOf(month) < end; month = month.Next())
        {
            months.Add(Month(month, end, all, baseline, calendar));
        }

        return new ConsumptionFacts(
            metric,
            months,
            [.. counted.Select(share => share.Source.Id).Order(StringComparer.Ordinal)],
            counted.Max(share => share.NewestCountedAt),
            baseline?.Year,
            baseline?.Flat ?? false);
    }

    /// <summary>
    /// The end of what can be known now: meters speak every few minutes, and the time since they last did is not missing yet.
    /// A meter that has been silent for longer than <see cref="UsualPause"/> does not hold the end back; its time is missing.
    /// </summary>
    private static Instant Horizon(Period period, Instant end, List<SourceShare> shares)
    {
        var speaking = shares
            .Where(share => share.IsCountedNow && share.NewestAt is { } newest && newest > period.Start && newest < end && end - newest <= UsualPause)
            .ToList();
        return speaking.Count == 0 ? end : speaking.Min(share => share.NewestAt!.Value);
    }

    private static MonthConsumption Month(YearMonth month, Instant end, List<SourceShare> shares, BaselineRecord? baseline, AgencyCalendar calendar)
    {
        var start = calendar.StartOf(month);
        var monthEnd = calendar.StartOf(month.Next());
        var until = end < monthEnd ? end : monthEnd;
        var sum = default(HourSum);
        foreach (var share in shares)
        {
            sum += share[month];
        }

        return new MonthConsumption(
            month,
            sum.Amount,
            until - start,
            monthEnd - start,
            Covered(sum, [.. shares.Where(share => !share.IsSubtracted)], start, until),
            sum.CoveredMilliseconds == 0 ? 0m : Math.Clamp((decimal)sum.EstimatedMilliseconds / sum.CoveredMilliseconds, 0m, 1m),
            baseline?.Months[month.Month - 1]);
    }

    /// <summary>
    /// A moment is covered when every source in use then has data. Sources in use are weighted alike; before the oldest of
    /// them began, nothing is covered.
    /// </summary>
    private static decimal Covered(HourSum sum, List<SourceShare> shares, Instant start, Instant until)
    {
        var uses = TimeInUse.Of(shares.SelectMany(share => Uses(share, start, until)));
        return uses.Known(sum.CoveredMilliseconds) * uses.WithAny / (until.UnixMilliseconds - start.UnixMilliseconds);
    }

    private static IEnumerable<(long Start, long End)> Uses(SourceShare share, Instant start, Instant until)
    {
        foreach (var assignment in share.Assignments)
        {
            var from = Math.Max(Math.Max(start.UnixMilliseconds, share.FirstAt!.Value.UnixMilliseconds), assignment.From?.Start.UnixMilliseconds ?? long.MinValue);
            var to = Math.Min(until.UnixMilliseconds, assignment.To?.Start.UnixMilliseconds ?? long.MaxValue);
            if (from < to)
            {
                yield return (from, to);
            }
        }
    }
}
