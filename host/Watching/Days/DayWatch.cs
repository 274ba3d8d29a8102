using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>Tells when the state of a rule over days changes from what was told last.</summary>
/// <param name="raisedSince">Raised before the start and told then; null when nothing was.</param>
internal sealed class DayWatch<TDay>(DayRule<TDay> rule, AgencyCalendar calendar, Instant? raisedSince)
    where TDay : struct
{
    private readonly DayFold<TDay> fold = new(rule, raisedSince is { } since
        ? new DayState(Raised: true, calendar.DayOf(since), 0, default, null)
        : default);

    private Instant? toldSince = raisedSince;

    /// <summary>What was raised and cleared within the history stays untold; only its end counts.</summary>
    public WatchSignal? Begin(IEnumerable<DayUse> history, Instant now)
    {
        foreach (var day in history)
        {
            fold.Put(day);
        }

        return Change(now);
    }

    public WatchSignal? Put(DayUse day, Instant now)
    {
        fold.Put(day);
        return Change(now);
    }

    private WatchSignal? Change(Instant now)
    {
        if (fold.State is not { Figures: { } figures } state || state.Raised == toldSince.HasValue)
        {
            return null;
        }

        if (toldSince is { } told)
        {
            toldSince = null;
            return new WatchSignal.Cleared(told, now, figures);
        }

        var since = calendar.StartOf(state.Since);
        toldSince = since;
        return new WatchSignal.Raised(since, now, figures);
    }
}
