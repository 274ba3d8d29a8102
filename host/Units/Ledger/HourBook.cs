using System.Runtime.InteropServices;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Ledger;

/// <summary>Hours of a source that changed since they were last stored, booked into the unit's months at the same time.</summary>
internal sealed class HourBook(AgencyCalendar calendar, SourceShare share)
{
    /// <summary>More than live readings change between two times of storing.</summary>
    private const int UsualChanges = 64;

    private readonly Dictionary<Hour, HourCell> changes = [];
    private readonly Dictionary<Interval, int> findings = [];
    private Hour lastHour = new(long.MinValue);
    private YearMonth lastMonth;

    public SourceShare Share => share;

    public bool HasChanges => changes.Count + findings.Count > 0;

    /// <summary>Some hours belong to a unit that had the source before; it must look again.</summary>
    public bool TouchedOthers { get; private set; }

    public void Book(FoldStep step) => Apply(step, 1);

    public void Unbook(FoldStep step) => Apply(step, -1);

    /// <summary>Hands over the changes and starts anew.</summary>
    public void MoveTo(int source, CommitRequest request)
    {
        foreach (var (hour, cell) in changes)
        {
            if (cell != default)
            {
                request.Hours.Add(new HourRow(source, hour, cell));
            }
        }

        foreach (var (interval, change) in findings)
        {
            if (change != 0)
            {
                (change > 0 ? request.Findings : request.GoneFindings).Add(new FindingRow(source, interval));
            }
        }

        var wasLarge = changes.Count > UsualChanges;
        changes.Clear();
        findings.Clear();
        if (wasLarge)
        {
            // History came in by the thousands of hours; the room for it is not kept for each of hundreds of sources.
            changes.TrimExcess();
        }

        TouchedOthers = false;
    }

    private void Apply(in FoldStep step, int sign)
    {
        if (step.Earlier is { } before)
        {
            foreach (var earlier in before)
            {
                Apply(earlier, sign);
            }
        }

        Put(step.Retracted, -sign);
        Put(step.RetractedToo, -sign);
        Put(step.First, sign);
        Put(step.Second, sign);
    }

    private void Put(Interval? changed, int sign)
    {
        if (changed is not { } interval)
        {
            return;
        }

        if (interval.IsNotable)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(findings, interval, out _);
            count += sign;
        }

        if (sign > 0)
        {
            Add(interval);
        }
        else
        {
            TakeBack(interval);
        }
    }

    private void Add(Interval interval)
    {
        if (HourShares.TrySingle(interval, out var single))
        {
            Add(single.Key, single.Value);
            return;
        }

        foreach (var (hour, cell) in HourShares.Of(interval))
        {
            Add(hour, cell);
        }
    }

    private void TakeBack(Interval interval)
    {
        foreach (var (hour, cell) in HourShares.Of(interval))
        {
            Add(hour, -cell);
        }
    }

    private void Add(Hour hour, HourCell cell)
    {
        ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(changes, hour, out _);
        change += cell;
        if (share.Contains(hour))
        {
            share.Add(MonthOf(hour), cell);
        }
        else if (share.BelongsToOther(hour))
        {
            TouchedOthers = true;
        }
    }

    private YearMonth MonthOf(Hour hour)
    {
        if (hour != lastHour)
        {
            lastHour = hour;
            lastMonth = calendar.MonthOf(hour.Start);
        }

        return lastMonth;
    }
}
