using System.Reactive.Concurrency;

namespace EmulationPlatform.Watching.Tests.Support;

/// <summary>Virtual time that knows how many timers were started.</summary>
internal sealed class CountingScheduler(DateTimeOffset start) : HistoricalScheduler(start)
{
    public int Started { get; private set; }

    public override IDisposable ScheduleAbsolute<TState>(TState state, DateTimeOffset dueTime, Func<IScheduler, TState, IDisposable> action)
    {
        Started++;
        return base.ScheduleAbsolute(state, dueTime, action);
    }
}
