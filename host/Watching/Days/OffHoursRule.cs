using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>
/// More than usual outside office hours of a day. Told as soon as the day exceeds the limit; what is missing could only make
/// it more. Cleared by a day of which all off-hours were measured and which stays below.
/// </summary>
/// <param name="atLeast">Less than this in a day is never told.</param>
internal sealed class OffHoursRule(OffHoursSettings settings, OfficeHours office, Amount atLeast) : DayRule<OffHoursRule.OffDay>
{
    private const int BaseDays = 28;

    public override int DaysKept => BaseDays + DayBook.OpenDays;

    public override OffDay Reduce(DayUse day)
    {
        var (used, measured, outside) = (0L, 0, 0);
        for (var hour = 0; hour < DayUse.Hours; hour++)
        {
            if (!office.IsOutside(day.Day, hour))
            {
                continue;
            }

            outside++;
            if (day.IsMeasured(hour))
            {
                measured++;
                used = checked(used + day.Micro(hour));
            }
        }

        return new OffDay(used, measured, measured == outside, office.IsWorkingDay(day.Day));
    }

    public override DayState Step(DayFold<OffDay> days, DateOnly day, DayState before)
    {
        var today = days[day];
        if (today.MeasuredHours == 0 || Usual(days, day, today.IsWorking) is not { } usual)
        {
            return before;
        }

        var limit = Math.Max(usual * settings.TimesUsual, atLeast.Micro);
        if (today.UsedMicro > limit)
        {
            return before.Raise(day, Figures(day, today, usual));
        }

        var isNormal = today.IsKnown && today.UsedMicro <= limit * (100 - (before.Raised ? settings.ClearMarginPercent : 0)) / 100;
        return isNormal ? DayState.Clear(Figures(day, today, usual)) : before;
    }

    private long? Usual(DayFold<OffDay> days, DateOnly day, bool working)
    {
        Span<long> known = stackalloc long[BaseDays];
        var count = 0;
        for (var back = 1; back <= BaseDays; back++)
        {
            var earlier = days[day.AddDays(-back)];
            if (earlier.IsKnown && earlier.IsWorking == working)
            {
                known[count++] = earlier.UsedMicro;
            }
        }

        return count >= settings.DaysNeeded ? Median.Of(known[..count]) : null;
    }

    private static WatchFigures.OffHours Figures(DateOnly day, OffDay today, long usual) => new(
        day,
        new Amount(today.UsedMicro),
        new Amount(usual),
        usual > 0 ? decimal.Round(((decimal)today.UsedMicro / usual * 100) - 100, 1) : null);

    /// <param name="UsedMicro">In the measured hours outside office hours.</param>
    /// <param name="IsKnown">All hours outside office hours were measured.</param>
    internal readonly record struct OffDay(long UsedMicro, int MeasuredHours, bool IsKnown, bool IsWorking);
}
