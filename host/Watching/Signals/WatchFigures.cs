using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>The figures of a signal, from which texts are made elsewhere. Amounts are in the metric's measure.</summary>
public abstract record WatchFigures
{
    private WatchFigures()
    {
    }

    public abstract WatchKind Kind { get; }

    /// <param name="UsualInterval">Null when too few readings are known, as after a restart.</param>
    /// <param name="LastHeard">When the last reading reached the host.</param>
    /// <param name="Silence">From then to the signal.</param>
    public sealed record Silent(TimeSpan? UsualInterval, Instant LastHeard, TimeSpan Silence) : WatchFigures
    {
        public override WatchKind Kind => WatchKind.Silent;
    }

    /// <param name="Open">Number of such intervals that are not settled; 0 when cleared.</param>
    public sealed record ImpossibleRate(Instant From, Instant To, int Open) : WatchFigures
    {
        public override WatchKind Kind => WatchKind.ImpossibleRate;
    }

    /// <param name="MinimumPerHour">Least use in an hour of these nights.</param>
    /// <param name="ThresholdPerHour">What the hours of the last night were held against.</param>
    /// <param name="Nights">Nights in a row without a stop; 0 when cleared.</param>
    public sealed record NightFlow(Amount MinimumPerHour, Amount ThresholdPerHour, int Nights) : WatchFigures
    {
        public override WatchKind Kind => WatchKind.NightFlow;
    }

    /// <param name="Day">The local day that decided.</param>
    /// <param name="Used">Outside office hours of that day.</param>
    /// <param name="Usual">Median of the days of its type in the four weeks before.</param>
    /// <param name="PercentAboveUsual">Null when the usual amount is 0.</param>
    public sealed record OffHours(DateOnly Day, Amount Used, Amount Usual, decimal? PercentAboveUsual) : WatchFigures
    {
        public override WatchKind Kind => WatchKind.OffHours;
    }

    /// <param name="Monday">First day of the week.</param>
    /// <param name="DaysCompared">Days of the week that are known, regular and have enough weeks before them.</param>
    /// <param name="Used">On these days.</param>
    /// <param name="Usual">Sum of the medians of the same weekdays.</param>
    /// <param name="PercentAboveUsual">Negative when less was used.</param>
    public sealed record UnusualWeek(DateOnly Monday, int DaysCompared, Amount Used, Amount Usual, decimal PercentAboveUsual) : WatchFigures
    {
        public override WatchKind Kind => WatchKind.UnusualWeek;
    }
}
