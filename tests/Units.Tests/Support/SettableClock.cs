using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Tests.Support;

/// <summary>Shows the time it was set to; its timers are those of the machine.</summary>
internal sealed class SettableClock : TimeProvider
{
    private long now;

    public Instant Now
    {
        get => new(Volatile.Read(ref now));
        set => Volatile.Write(ref now, value.UnixMilliseconds);
    }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
