using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A stretch of whole hours, end excluded.</summary>
internal readonly record struct Slot(Hour Start, Hour End)
{
    /// <summary>The slots of a range, each at most as long as the granularity says, on the agency's calendar.</summary>
    public static IEnumerable<Slot> Of(AgencyCalendar calendar, Instant from, Instant to, Granularity per)
    {
        var end = Hour.Of(to.Plus(TimeSpan.FromMilliseconds(Hour.Milliseconds - 1)));
        for (var start = Hour.Of(from); start < end;)
        {
            var next = Next(calendar, start, end, per);
            next = next < end ? next : end;
            yield return new Slot(start, next);
            start = next;
        }
    }

    private static Hour Next(AgencyCalendar calendar, Hour start, Hour end, Granularity per)
    {
        var month = calendar.MonthOf(start.Start);
        return per switch
        {
            Granularity.Hour => new Hour(start.Index + 1),
            Granularity.Day => Hour.Of(calendar.StartOfDay(start.Start).Plus(TimeSpan.FromDays(1))),
            Granularity.Month => Hour.Of(calendar.StartOf(month.Next())),
            Granularity.Year => Hour.Of(calendar.StartOf(new YearMonth(month.Year + 1, 1))),
            _ => end,
        };
    }
}
