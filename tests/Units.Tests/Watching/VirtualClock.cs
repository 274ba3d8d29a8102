using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Tests.Watching;

/// <summary>A clock that stands still until it is moved; its timers go off on the way, in order.</summary>
internal sealed class VirtualClock(Instant start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<VirtualTimer> timers = [];
    private Instant now = start;

    public Instant Now
    {
        get
        {
            lock (gate)
            {
                return now;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.MillisecondsPerSecond;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => Now.UnixMilliseconds;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        var target = Now.Plus(time);
        while (Next(target) is { } due)
        {
            due();
        }
    }

    /// <summary>Moves to the next timer and returns what it does; null at the target.</summary>
    private Action? Next(Instant target)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next?.Due is not { } due)
            {
                now = target;
                return null;
            }

            now = due > now ? due : now;
            next.Due = next.Period > TimeSpan.Zero ? due.Plus(next.Period) : null;
            if (next.Due is null)
            {
                timers.Remove(next);
            }

            return next.Act;
        }
    }

    private sealed class VirtualTimer(VirtualClock clock, Action act) : ITimer
    {
        public Action Act => act;

        public Instant? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                Due = dueTime < TimeSpan.Zero ? null : clock.now.Plus(dueTime);
                Period = period;
                if (dueTime > TimeSpan.Zero)
                {
                    clock.timers.Add(this);
                }
            }

            if (dueTime == TimeSpan.Zero)
            {
                ThreadPool.QueueUserWorkItem(_ => act());
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
