using System.Globalization;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Verifying;

/// <summary>Derives a source's intervals and hours from its raw readings and compares them with what is stored.</summary>
/// <param name="isComplete">All hours are on disk: the host has stored what it still had in memory.</param>
internal sealed class SourceVerifier(AgencyCalendar calendar, DifferenceList differences, bool isComplete)
{
    private static readonly Hour Ever = new(long.MinValue / Hour.Milliseconds);
    private static readonly Hour Never = new(long.MaxValue / Hour.Milliseconds);

    /// <returns>Readings looked at.</returns>
    public long Check(SqliteConnection connection, SourceRow row, SourceRules rules)
    {
        var stored = HourTable.Fold(connection, row.No);
        var computed = new CommitRequest();
        var book = new HourBook(calendar, new SourceShare(row, [], [], new YearMonth(9_999, 12)));
        var (state, tracker, count) = (CounterState.Empty, new SpanTracker(null), 0L);
        var spans = new List<UnsettledSpan>();
        foreach (var reading in ReadingTable.After(connection, row.No, null).TakeWhile(reading => stored is not null && reading.At <= stored.ThroughAt))
        {
            var step = SourceFold.Step(state, reading, rules);
            book.Book(step);
            if (tracker.Follow(state, step.State, reading.At) is { } span)
            {
                spans.Add(span);
            }

            state = step.State;
            count++;
        }

        if (stored is null)
        {
            NotDerived(connection, row);
            return 0;
        }

        book.MoveTo(row.No, computed);
        var hours = HourTable.Range(connection, row.No, Ever, Never);
        Hours(row, hours, computed.Hours);
        Days(row, HourTable.Days(connection, row.No), hours);
        Findings(row, FindingTable.Of(connection, row.No), computed.Findings);
        if (stored.State != state || stored.UnsettledSince != tracker.Since || !spans.SequenceEqual(HourTable.Unsettled(connection, row.No)))
        {
            differences.Add($"{row.Id}: the stored state of the fold is not that of its readings.");
        }

        return count;
    }

    private void NotDerived(SqliteConnection connection, SourceRow row)
    {
        if (ReadingTable.First(connection, row.No) is not null)
        {
            if (isComplete)
            {
                differences.Add($"{row.Id}: there are readings, but nothing was derived from them.");
            }
        }
        else if (HourTable.Range(connection, row.No, Ever, Never).Any(hour => hour.Cell != default))
        {
            differences.Add($"{row.Id}: there are hours without readings.");
        }
    }

    private void Hours(SourceRow row, IEnumerable<HourRow> stored, IEnumerable<HourRow> computed)
    {
        var known = stored.Where(hour => hour.Cell != default).ToDictionary(hour => hour.Hour, hour => hour.Cell);
        foreach (var hour in computed.OrderBy(hour => hour.Hour))
        {
            known.Remove(hour.Hour, out var cell);
            if (cell != hour.Cell)
            {
                differences.Add($"{row.Id}, hour {Text(hour.Hour)}: stored {Text(cell)}, from its readings {Text(hour.Cell)}.");
            }
        }

        foreach (var (hour, cell) in known.OrderBy(pair => pair.Key))
        {
            differences.Add($"{row.Id}, hour {Text(hour)}: stored {Text(cell)}, from its readings nothing.");
        }
    }

    /// <summary>Days are sums of hours and nothing else; they are compared with the stored ones, which were compared before.</summary>
    private void Days(SourceRow row, IReadOnlyList<(Hour Start, HourSum Sum)> stored, IEnumerable<HourRow> hours)
    {
        var sums = hours.GroupBy(hour => HourTable.StepOf(hour.Hour)).ToDictionary(day => day.Key, day => day.Aggregate(default(HourSum), (sum, hour) => sum + hour.Cell));
        foreach (var (start, sum) in stored)
        {
            sums.Remove(start, out var computed);
            if (sum != computed)
            {
                differences.Add($"{row.Id}, day from {Text(start)}: stored {Text(sum)}, its hours together {Text(computed)}.");
            }
        }

        foreach (var (start, sum) in sums.Where(day => day.Value != default).OrderBy(day => day.Key))
        {
            differences.Add($"{row.Id}, day from {Text(start)}: stored nothing, its hours together {Text(sum)}.");
        }
    }

    private void Findings(SourceRow row, IEnumerable<FindingRow> stored, IEnumerable<FindingRow> computed)
    {
        var (known, found) = (stored.Select(finding => finding.Interval).ToHashSet(), computed.Select(finding => finding.Interval).ToHashSet());
        foreach (var interval in found.Except(known))
        {
            differences.Add($"{row.Id}: the interval {Text(interval)} is not among the findings.");
        }

        foreach (var interval in known.Except(found))
        {
            differences.Add($"{row.Id}: the finding {Text(interval)} does not follow from its readings.");
        }
    }

    private string Text(Hour hour) => Text(hour.Start);

    private string Text(Instant instant) => calendar.ToLocal(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private string Text(Interval interval) => $"{Text(interval.Start)}–{Text(interval.End)} ({interval.Amount.ToDecimal().ToString(CultureInfo.InvariantCulture)}, {interval.Marks})";

    private static string Text(HourCell cell) => Text(default(HourSum) + cell);

    private static string Text(HourSum sum) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sum.Amount.ToDecimal()} (covered {sum.CoveredMilliseconds} ms, estimated {sum.EstimatedMilliseconds} ms, open {sum.SuspectMilliseconds} ms)");
}
