using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Ledger;

/// <summary>Follows a fold and tells the stretches in which its state depended on more than the last three readings.</summary>
internal struct SpanTracker(Instant? since)
{
    /// <summary>Start of the stretch that goes on; null while the state is plain.</summary>
    public Instant? Since { get; private set; } = since;

    /// <returns>The stretch that ends with this step.</returns>
    public UnsettledSpan? Follow(in CounterState before, in CounterState after, Instant at)
    {
        if (after.IsPlain)
        {
            var closed = Since is { } start ? new UnsettledSpan(start, at) : (UnsettledSpan?)null;
            Since = null;
            return closed;
        }

        Since ??= before.Reference?.At ?? at;
        return null;
    }
}
