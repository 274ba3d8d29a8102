namespace EmulationPlatform.Watching;

/// <summary>A watch over the days of a source: what it keeps of a day, and what it thinks after one.</summary>
/// <typeparam name="TDay">What is kept; its default is a day of which nothing is known.</typeparam>
internal abstract class DayRule<TDay>
    where TDay : struct
{
    /// <summary>Days that are looked back, the day itself and those that may still change.</summary>
    public abstract int DaysKept { get; }

    public abstract TDay Reduce(DayUse day);

    /// <summary>Pure: looks at <paramref name="days"/> up to <paramref name="day"/>. What is not known changes nothing.</summary>
    public abstract DayState Step(DayFold<TDay> days, DateOnly day, DayState before);
}
