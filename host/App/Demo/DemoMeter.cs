using System.Globalization;
using System.Text;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.App.Demo;

/// <summary>
/// A simulated register. What it shows is a function of time alone, so that a demo that is started again goes on where a real
/// meter would be.
/// </summary>
internal sealed class DemoMeter
{
    private const long HourMilliseconds = 3_600_000;

    private readonly AgencyCalendar calendar;
    private readonly DemoUse use;
    private readonly Instant start;
    private readonly List<decimal> registerAtHour = [];

    public DemoMeter(DemoUnit unit, DemoUse use, AgencyCalendar calendar, Instant yearStart)
    {
        this.calendar = calendar;
        this.use = use;
        start = yearStart;
        Unit = unit;
        registerAtHour.Add(1_000m + (unit.Headcount * 37m));
    }

    public DemoUnit Unit { get; }

    public string Metric => use.Metric;

    public string Topic => use.TopicOf(Unit);

    /// <summary>Devices say the time in whole seconds; the register is the one of that second, so that two messages in it agree.</summary>
    public byte[] MessageAt(Instant at)
    {
        var second = new Instant(at.UnixMilliseconds / 1_000 * 1_000);
        return Encoding.UTF8.GetBytes(use.Message(Unit, decimal.Round(RegisterAt(second), 3), second, calendar));
    }

    /// <summary>Use of a month of the base year, by the same habits and without this year's saving.</summary>
    public Amount BaselineOf(YearMonth month)
    {
        var total = 0m;
        for (var hour = calendar.StartOf(month); hour < calendar.StartOf(month.Next()); hour = hour.Plus(TimeSpan.FromHours(1)))
        {
            total += UseOf(hour) / (1m - Unit.Saving);
        }

        return Amount.From(decimal.Round(total, 1));
    }

    private decimal RegisterAt(Instant at)
    {
        var elapsed = at.UnixMilliseconds - start.UnixMilliseconds;
        var hour = (int)(elapsed / HourMilliseconds);
        while (registerAtHour.Count <= hour + 1)
        {
            var next = start.Plus(TimeSpan.FromHours(registerAtHour.Count - 1));
            registerAtHour.Add(registerAtHour[^1] + UseOf(next));
        }

        var part = (decimal)(elapsed % HourMilliseconds) / HourMilliseconds;
        return registerAtHour[hour] + (part * (registerAtHour[hour + 1] - registerAtHour[hour]));
    }

    private decimal UseOf(Instant hour)
    {
        var local = calendar.ToLocal(hour);
        var office = local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 7 and < 17;
        var share = office ? 1m : use.ShareOutsideOffice;
        return Unit.Headcount * use.PerPersonAndHour * share * use.Season[local.Month - 1] * Habit(local) * (1m - Unit.Saving);
    }

    /// <summary>Between 0.8 and 1.2, the same for the same unit, day and hour of any year.</summary>
    private decimal Habit(DateTimeOffset local)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{Unit.Id}/{use.Metric}/{local.Month}/{local.Day}/{local.Hour}");
        var hash = 2_166_136_261u;
        foreach (var c in seed)
        {
            hash = unchecked((hash ^ c) * 16_777_619u);
        }

        return 0.8m + (hash % 401 / 1_000m);
    }
}
