using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>
/// Puts the hours of one source into local days. The hours of the last <see cref="OpenDays"/> days may still change; what
/// comes later than that is left to the next start, which reads the stored hours anew.
/// </summary>
internal sealed class DayBook(AgencyCalendar calendar)
{
    public const int OpenDays = 8;

    private readonly DayUse?[] days = new DayUse?[OpenDays];
    private int newest = int.MinValue;

    /// <returns>The day that changed; null when nothing is new or the hour comes too late.</returns>
    public DayUse? Put(HourUsed used)
    {
        var local = calendar.ToLocal(used.Hour.Start);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (day.DayNumber <= (long)newest - OpenDays)
        {
            return null;
        }

        newest = Math.Max(newest, day.DayNumber);
        ref var slot = ref days[day.DayNumber % OpenDays];
        if (slot?.Day != day)
        {
            slot = new DayUse(day);
        }

        return slot.Put(local.Hour, used) ? slot : null;
    }

    /// <summary>Days of many hours, which come in order; a day among them may appear twice.</summary>
    public IReadOnlyList<DayUse> PutAll(IEnumerable<HourUsed> hours)
    {
        var changed = new List<DayUse>();
        foreach (var hour in hours)
        {
            if (Put(hour) is { } day && (changed.Count == 0 || changed[^1] != day))
            {
                changed.Add(day);
            }
        }

        return changed;
    }
}
