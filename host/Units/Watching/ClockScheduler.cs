using System.Reactive.Concurrency;
using System.Reactive.Disposables;

namespace EmulationPlatform.Units.Watching;

/// <summary>
/// Rx on the agency's own clock, the one that stamps when readings were received. A wait is held against the clock again when its
/// timer ends, so that a clock that was put back, or a wait longer than a timer can be, does not end it early.
/// </summary>
internal sealed class ClockScheduler(TimeProvider clock) : LocalScheduler
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    public override DateTimeOffset Now => clock.GetUtcNow();

    public override IDisposable Schedule<TState>(TState state, TimeSpan dueTime, Func<IScheduler, TState, IDisposable> action)
    {
        var timer = new SingleAssignmentDisposable();
        var begun = new SingleAssignmentDisposable();
        var due = Now + Scheduler.Normalize(dueTime);
        ITimer? wait = null;
        wait = clock.CreateTimer(_ => Look(wait!), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Disposable = wait;
        wait.Change(Left(due), Timeout.InfiniteTimeSpan);
        return StableCompositeDisposable.Create(timer, begun);

        void Look(ITimer ended)
        {
            if (timer.IsDisposed || (Now < due && ended.Change(Left(due), Timeout.InfiniteTimeSpan)))
            {
                return;
            }

            timer.Dispose();
            if (!begun.IsDisposed)
            {
                begun.Disposable = action(this, state);
            }
        }
    }

    private TimeSpan Left(DateTimeOffset due)
    {
        var left = due - Now;
        return left <= TimeSpan.Zero ? TimeSpan.Zero
            : left > LongestTimer ? LongestTimer
            : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
    }
}
