using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>What is known of a source when watching begins, from what is stored.</summary>
public sealed record WatchSeed
{
    /// <summary>Days of hours worth handing over: eight weeks before the week of the oldest day that may still change.</summary>
    public const int HistoryDays = ((UnusualWeekSettings.MostWeeks + 1) * 7) + DayBook.OpenDays;

    public static WatchSeed Nothing { get; } = new();

    public SilenceSeed Silence { get; init; } = SilenceSeed.Nothing;

    /// <summary>Hours of the last <see cref="HistoryDays"/> days, oldest first. Read once, while watching begins.</summary>
    public IEnumerable<HourUsed> Hours { get; init; } = [];

    /// <summary>Impossible intervals that are not settled.</summary>
    public IReadOnlyList<Impossible> Impossible { get; init; } = [];

    /// <summary>Alerts that were told and not cleared, with their since; see <see cref="WatchState.RaisedOf"/>.</summary>
    public IReadOnlyDictionary<WatchKind, Instant> Raised { get; init; } = new Dictionary<WatchKind, Instant>();

    internal Instant? RaisedSince(WatchKind kind) => Raised.TryGetValue(kind, out var since) ? since : null;
}
