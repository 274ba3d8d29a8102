using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Facilities;

/// <summary>The same stretch of the base year: a unit's approved months, or what was measured here then.</summary>
/// <param name="baselines">Of the units asked about; empty for a source, which is compared with itself.</param>
/// <param name="year">Null when there is no base year.</param>
internal sealed class UsageBase(AgencyCalendar calendar, UsageReading reading, IReadOnlyList<BaselineRecord> baselines, UsageQuery query, int? year, Instant now)
{
    /// <param name="Start">Where it begins in the base year.</param>
    public readonly record struct Then(Hour Start, Amount Amount, decimal Coverage);

    public int? Year => year;

    /// <summary>Bills and totals say nothing about a day or an hour. Stored readings do, for one unit.</summary>
    public bool IsByMonths => query.Source is null && year is not null && (query.Unit is null || baselines.Any(baseline => baseline.MadeOf != BaselineOrigin.Readings));

    /// <returns>Null when it is not known.</returns>
    public Then? Of(Slot slot)
    {
        if (year is not { } baseYear || Moved(slot, baseYear) is not { } then)
        {
            return null;
        }

        if (query.Source is not null)
        {
            return Measured(then);
        }

        if (Months(slot) is not { } amount)
        {
            return null;
        }

        if (query.Per is not (Granularity.Hour or Granularity.Day))
        {
            return new Then(then.Start, amount, 1m);
        }

        return IsByMonths ? null : Measured(then);
    }

    private Then? Measured(Slot then)
    {
        var sum = reading.Sum(then);
        var known = reading.InUse(then, now).Known(sum.CoveredMilliseconds);

        // What a long gap measured is an amount, too: its days sum to its months there as well.
        return known > 0m || sum.Amount != Amount.Zero ? new Then(then.Start, sum.Amount, known) : null;
    }

    /// <summary>Both ends by the same number of years: a year ends on the first day of the next one.</summary>
    /// <returns>Null for a 29th of February that the base year does not have.</returns>
    private Slot? Moved(Slot slot, int baseYear)
    {
        var (start, end) = (calendar.ToLocal(slot.Start.Start).DateTime, calendar.ToLocal(slot.End.Start).DateTime);
        var years = baseYear - start.Year;
        var (from, to) = (start.AddYears(years), end.AddYears(years));
        return from.Day != start.Day ? null : new Slot(Hour.Of(calendar.ToInstant(from)), Hour.Of(calendar.ToInstant(to.Day == end.Day ? to : to.Date.AddDays(1))));
    }

    private Amount? Months(Slot slot)
    {
        var sum = Amount.Zero;
        for (var month = calendar.MonthOf(slot.Start.Start); calendar.StartOf(month) < slot.End.Start; month = month.Next())
        {
            foreach (var baseline in baselines)
            {
                if (baseline.Months[month.Month - 1] is not { } amount)
                {
                    return null;
                }

                sum += amount;
            }
        }

        return sum;
    }
}
