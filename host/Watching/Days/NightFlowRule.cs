using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>
/// Water that never stops at night. A night counts when enough of it was measured and all of that lies above the threshold;
/// one measured hour at or below it is a stop and ends the run. Nights of which too little is known are passed over.
/// </summary>
internal sealed class NightFlowRule(NightFlowSettings settings) : DayRule<NightFlowRule.Night>
{
    private const int HoursForMean = 12;

    /// <summary>Nights further apart than this are not in a row, whatever lies between them.</summary>
    private const int MostDaysBetween = 7;

    private readonly long thresholdMicro = Amount.From(settings.ThresholdCubicMetresPerHour).Micro;

    /// <summary>One more than may change, since a night is held against the day before.</summary>
    public override int DaysKept => DayBook.OpenDays + 1;

    public override Night Reduce(DayUse day)
    {
        var (minimum, hours) = (long.MaxValue, 0);
        for (var hour = settings.FromHour; hour < settings.ToHour; hour++)
        {
            if (day.IsMeasured(hour))
            {
                minimum = Math.Min(minimum, day.Micro(hour));
                hours++;
            }
        }

        var mean = day.CoveredHours >= HoursForMean ? day.TotalMicro() / day.CoveredHours : 0;
        return new Night(minimum, hours, day.HasReached(settings.ToHour - 1), mean);
    }

    public override DayState Step(DayFold<Night> days, DateOnly day, DayState before)
    {
        var night = days[day];
        if (night.Hours == 0)
        {
            return before;
        }

        var threshold = Math.Max(thresholdMicro, days[day.AddDays(-1)].MeanMicro / 100 * settings.ThresholdPercentOfMeanHour);
        if (night.MinimumMicro <= threshold)
        {
            return DayState.Clear(new WatchFigures.NightFlow(new Amount(night.MinimumMicro), new Amount(threshold), Nights: 0));
        }

        var isOver = night.IsOver || days.Newest > day;
        return isOver && night.Hours >= settings.HoursNeeded ? Ran(day, night, new Amount(threshold), before) : before;
    }

    private DayState Ran(DateOnly day, Night night, Amount threshold, DayState before)
    {
        var goesOn = before.Run > 0 && day.DayNumber - before.LastOfRun.DayNumber <= MostDaysBetween;
        var run = goesOn ? before.Run + 1 : 1;
        var minimum = new Amount(night.MinimumMicro);
        if (goesOn && before.Figures is WatchFigures.NightFlow { Nights: > 0 } earlier && earlier.MinimumPerHour < minimum)
        {
            minimum = earlier.MinimumPerHour;
        }

        return new DayState(
            before.Raised || run >= settings.Nights,
            before.Raised || goesOn ? before.Since : day,
            run,
            day,
            new WatchFigures.NightFlow(minimum, threshold, run));
    }

    /// <param name="MinimumMicro">Least measured use in an hour of the night.</param>
    /// <param name="Hours">Measured hours of the night.</param>
    /// <param name="IsOver">The last hour of the night, or a later one, was told.</param>
    /// <param name="MeanMicro">Mean hour of the whole day; 0 when too little of it is known.</param>
    internal readonly record struct Night(long MinimumMicro, int Hours, bool IsOver, long MeanMicro);
}
