using System.Runtime.InteropServices;
using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Ledger;

/// <summary>Hours of a source that changed since they were last stored, booked into the unit's months at the same time.</summary>
internal sealed class HourBook(AgencyCalendar calendar, SourceShare share)
{
    private readonly Dictionary<Hour, HourCell> changes = [];
    private Hour lastHour = new(long.MinValue);
    private YearMonth lastMonth;

    public SourceShare Share => share;

    public bool HasChanges => changes.Count > 0;

    /// <summary>Some hours belong to a unit that had the source before; it must look again.</summary>
    public bool TouchedOthers { get; private set; }

    public void Book(FoldStep step)
    {
        if (step.Retracted is { } retracted)
        {
            TakeBack(retracted);
        }

        if (step.First is { } first)
        {
            Add(first);
        }

        if (step.Second is { } second)
        {
            Add(second);
        }
    }

    public void Unbook(FoldStep step)
    {
        if (step.First is { } first)
        {
            TakeBack(first);
        }

        if (step.Second is { } second)
        {
            TakeBack(second);
        }

        if (step.Retracted is { } retracted)
        {
            Add(retracted);
        }
    }

    /// <summary>Hands over the changes and starts anew.</summary>
    public void MoveTo(int source, List<HourRow> rows)
    {
        foreach (var (hour, cell) in changes)
        {
            if (cell != default)
            {
                rows.Add(new HourRow(source, hour, cell));
            }
        }

        changes.Clear();
        TouchedOthers = false;
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
