using EmulationPlatform.Metering;
using EmulationPlatform.Watching;

namespace EmulationPlatform.Units.Watching;

/// <summary>
/// What has happened to a source since the watch room last looked: it is gathered here, so that the source waits in line once,
/// whatever comes, and nothing but its newest state is kept.
/// </summary>
internal sealed class SourceNews
{
    /// <summary>Readings of one device that come closer than this are the same sign of life; silence is told in minutes at least.</summary>
    private static readonly TimeSpan SameSign = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Snapshot gathered;
    private Heard? last;
    private bool isWaiting;

    /// <returns>True when the source is to be put in line.</returns>
    public bool Hear(Heard reading)
    {
        lock (gate)
        {
            if (last is { } before && reading.ReceivedAt >= before.ReceivedAt && reading.ReceivedAt - before.ReceivedAt < SameSign)
            {
                return false;
            }

            last = reading;
            gathered = gathered with { Heard = reading };
            return Wait();
        }
    }

    /// <inheritdoc cref="Hear"/>
    public bool Change(Hour from, Hour to)
    {
        lock (gate)
        {
            gathered = gathered with
            {
                From = gathered.From is { } first && first < from ? first : from,
                To = gathered.To is { } end && end > to ? end : to,
            };
            return Wait();
        }
    }

    /// <inheritdoc cref="Hear"/>
    public bool Find()
    {
        lock (gate)
        {
            gathered = gathered with { Found = true };
            return Wait();
        }
    }

    /// <inheritdoc cref="Hear"/>
    public bool Look(bool anew)
    {
        lock (gate)
        {
            gathered = gathered with { Anew = gathered.Anew || anew };
            return Wait();
        }
    }

    /// <summary>The line was full; what is gathered goes with the next news.</summary>
    public void NotTaken()
    {
        lock (gate)
        {
            isWaiting = false;
        }
    }

    public Snapshot Take()
    {
        lock (gate)
        {
            var taken = gathered;
            gathered = default;
            isWaiting = false;
            return taken;
        }
    }

    private bool Wait() => !isWaiting && (isWaiting = true);

    /// <param name="From">First hour that changed on disk.</param>
    /// <param name="To">The last one.</param>
    /// <param name="Found">What is notable about its intervals changed on disk.</param>
    /// <param name="Anew">Its settings changed: it is watched anew.</param>
    internal readonly record struct Snapshot(Heard? Heard, Hour? From, Hour? To, bool Found, bool Anew);
}
