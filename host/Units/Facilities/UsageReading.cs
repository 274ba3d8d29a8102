using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Views;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Reads what parts of a figure count in stretches of time, for one answer.</summary>
internal sealed class UsageReading(SqliteConnection connection, AgencyCalendar calendar, ShareBuilder shares, IReadOnlyList<UsagePart> parts)
{
    private readonly Dictionary<int, Instant?> firsts = [];

    /// <summary>Where the last row ended, the next one begins.</summary>
    private readonly Dictionary<UsagePart, (Hour Begin, Hour Until, HourSum Sum)> reached = [];

    public HourSum Sum(Slot slot)
    {
        var sum = default(HourSum);
        foreach (var part in parts)
        {
            var from = part.From is { } begun && begun > slot.Start ? begun : slot.Start;
            var to = part.To is { } end && end < slot.End ? end : slot.End;
            sum += part is { Share: null, Coefficient: 1m } ? HourTable.Sum(connection, part.Entry.No, from, to) : OfMonths(part, from, to);
        }

        return sum;
    }

    /// <summary>
    /// The time of the slot until now in which each meter was in use. One that had not sent anything yet has no gap: nobody can
    /// have missed a meter that was not there.
    /// </summary>
    public TimeInUse InUse(Slot slot, Instant now) => TimeInUse.Of(parts.Where(part => part.IsOwn && First(part) is not null).Select(part => (
        Math.Max(Math.Max(slot.Start.Start.UnixMilliseconds, First(part)!.Value.UnixMilliseconds), part.From?.Start.UnixMilliseconds ?? long.MinValue),
        Math.Min(Math.Min(slot.End.Start.UnixMilliseconds, now.UnixMilliseconds), part.To?.Start.UnixMilliseconds ?? long.MaxValue))));

    public IReadOnlyList<FindingRow> Findings(Slot slot) =>
        [.. parts.SelectMany(part => FindingTable.Within(connection, part.Entry.No, slot.Start.Start, slot.End.Start))];

    /// <summary>Shares follow the numbers of each month.</summary>
    private HourSum OfMonths(UsagePart part, Hour from, Hour to)
    {
        var sum = default(HourSum);
        foreach (var slot in Slot.Of(calendar, from.Start, to.Start, Granularity.Month))
        {
            var month = calendar.MonthOf(slot.Start.Start);
            var first = Hour.Of(calendar.StartOf(month));
            var begin = part.From is { } begun && begun > first ? begun : first;
            sum += Until(part, begin, slot.End, month) - Until(part, begin, slot.Start, month);
        }

        return sum;
    }

    /// <summary>
    /// What has come together since the month began. It is rounded once, and each row is the difference of two of them: so the
    /// hours and days of a shared meter sum to its month to the micro-unit.
    /// </summary>
    private HourSum Until(UsagePart part, Hour begin, Hour until, YearMonth month)
    {
        if (begin >= until)
        {
            return default;
        }

        if (reached.TryGetValue(part, out var known) && known.Begin == begin && known.Until == until)
        {
            return known.Sum;
        }

        var sum = Weighted(part, HourTable.Sum(connection, part.Entry.No, begin, until), month);
        reached[part] = (begin, until, sum);
        return sum;
    }

    private HourSum Weighted(UsagePart part, HourSum sum, YearMonth month)
    {
        var shared = part.Share is { } stretch ? shares.Part(sum, part.ShareOf!, stretch, month) : sum;
        return part.Coefficient == 1m ? shared : part.IsOwn
            ? shared with { Amount = VirtualSum.Of([(part.Coefficient, shared.Amount)]) }
            : new HourSum(VirtualSum.Of([(part.Coefficient, shared.Amount)]), 0, 0, 0);
    }

    private Instant? First(UsagePart part)
    {
        if (!firsts.TryGetValue(part.Entry.No, out var first))
        {
            first = ReadingTable.First(connection, part.Entry.No)?.At;
            firsts.Add(part.Entry.No, first);
        }

        return first;
    }
}
