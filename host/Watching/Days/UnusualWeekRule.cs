using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>
/// The week so far against the same weekdays of the weeks before, looked at after each day that is wholly known. Holidays and
/// extra working days are compared with nothing. A source that is usually not used at all has no percentage and is never told.
/// </summary>
internal sealed class UnusualWeekRule(UnusualWeekSettings settings, OfficeHours office) : DayRule<UnusualWeekRule.WholeDay>
{
    private const int Week = 7;

    /// <summary>The weeks before the first day of the week of a day that may still change.</summary>
    public override int DaysKept => ((settings.Weeks + 1) * Week) + DayBook.OpenDays;

    public override WholeDay Reduce(DayUse day) => new(day.TotalMicro(), day.IsKnown && office.IsRegular(day.Day));

    public override DayState Step(DayFold<WholeDay> days, DateOnly day, DayState before)
    {
        if (!days[day].IsComparable)
        {
            return before;
        }

        var (monday, compared, used, usual) = (day.AddDays(-(((int)day.DayOfWeek + 6) % Week)), 0, 0L, 0L);
        for (var each = monday; each <= day; each = each.AddDays(1))
        {
            if (days[each].IsComparable && Usual(days, each) is { } median)
            {
                compared++;
                used = checked(used + days[each].TotalMicro);
                usual = checked(usual + median);
            }
        }

        if (compared < settings.DaysNeeded || usual <= 0)
        {
            return before;
        }

        var percent = ((decimal)used / usual * 100) - 100;
        var figures = new WatchFigures.UnusualWeek(monday, compared, new Amount(used), new Amount(usual), decimal.Round(percent, 1));
        if (Math.Abs(percent) > settings.Percent)
        {
            return before.Raise(monday, figures);
        }

        var isUsual = Math.Abs(percent) <= settings.Percent * (100m - (before.Raised ? settings.ClearMarginPercent : 0)) / 100;
        return isUsual ? DayState.Clear(figures) : before;
    }

    private long? Usual(DayFold<WholeDay> days, DateOnly day)
    {
        Span<long> known = stackalloc long[UnusualWeekSettings.MostWeeks];
        var count = 0;
        for (var back = 1; back <= settings.Weeks; back++)
        {
            var earlier = days[day.AddDays(-back * Week)];
            if (earlier.IsComparable)
            {
                known[count++] = earlier.TotalMicro;
            }
        }

        return count >= settings.WeeksNeeded ? Median.Of(known[..count]) : null;
    }

    internal readonly record struct WholeDay(long TotalMicro, bool IsComparable);
}
