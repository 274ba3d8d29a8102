using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering;

/// <summary>The events of one source in order of time. Immutable; few, so that looking through them is cheap.</summary>
public sealed class EventTimeline
{
    private readonly SourceEvent[] factors;
    private readonly SourceEvent[] turns;
    private readonly SourceEvent[] ignored;
    private readonly Dictionary<Instant, RegisterValue> corrected = [];

    public EventTimeline(IEnumerable<SourceEvent> events)
    {
        var ordered = events.OrderBy(known => known.At).ThenBy(known => known.No).ToArray();
        All = ordered;
        factors = [.. ordered.Where(known => known.Kind == SourceEventKind.Factor)];
        ignored = [.. ordered.Where(known => known.Kind == SourceEventKind.Ignored || (known.Kind == SourceEventKind.Outage && known.Until > known.At))];
        turns = [.. Turns(ordered)];
        foreach (var known in ordered.Where(known => known.Kind == SourceEventKind.Corrected))
        {
            corrected[known.At] = known.Value;
        }

        GreatestFactor = factors.Length == 0 ? 0m : factors.Max(known => known.Factor);
    }

    public static EventTimeline None { get; } = new([]);

    public IReadOnlyList<SourceEvent> All { get; }

    public bool IsEmpty => All.Count == 0;

    internal decimal GreatestFactor { get; }

    /// <summary>The reading as it counts: as sent, as corrected, or null when it is passed over.</summary>
    public MeterReading? Effective(MeterReading reading)
    {
        foreach (var known in ignored)
        {
            // The ends of an outage are readings that fit; what lies strictly between them is not to be believed.
            var inside = known.Kind == SourceEventKind.Ignored
                ? known.At <= reading.At && reading.At <= known.Until
                : known.At < reading.At && reading.At < known.Until;
            if (inside)
            {
                return null;
            }
        }

        return corrected.TryGetValue(reading.At, out var value) ? reading with { Value = value } : reading;
    }

    /// <summary>The first of some readings that counts, as it counts.</summary>
    public MeterReading? FirstEffective(IEnumerable<MeterReading> readings)
    {
        foreach (var reading in readings)
        {
            if (Effective(reading) is { } effective)
            {
                return effective;
            }
        }

        return null;
    }

    /// <summary>The dated factor that holds from a moment on; null before the first one.</summary>
    public decimal? FactorAt(Instant at)
    {
        decimal? factor = null;
        foreach (var known in factors)
        {
            if (known.At > at)
            {
                break;
            }

            factor = known.Factor;
        }

        return factor;
    }

    internal ReadOnlySpan<SourceEvent> FactorsWithin(Instant from, Instant to) => Within(factors, from, to);

    /// <summary>Events other than factors after one moment and not after another; an outage that overlaps the time between.</summary>
    internal IEnumerable<SourceEvent> TurnsWithin(Instant from, Instant to) => turns.Where(known =>
        known.Kind == SourceEventKind.Outage ? known.At < to && known.Until > from : known.At > from && known.At <= to);

    private static IEnumerable<SourceEvent> Turns(SourceEvent[] ordered)
    {
        var said = ordered.Where(known => known.Kind is not (SourceEventKind.Factor or SourceEventKind.Ignored or SourceEventKind.Corrected) && !IsVoid(known, ordered));
        return said.GroupBy(known => (known.At, IsOutage: known.Kind == SourceEventKind.Outage)).Select(sameMoment => sameMoment.Last());
    }

    /// <summary>What was accepted about a reading that is passed over now says nothing about the one after it.</summary>
    private static bool IsVoid(SourceEvent said, SourceEvent[] all) => said.Kind == SourceEventKind.Accepted
        && all.Any(known => known.Kind == SourceEventKind.Ignored && known.At <= said.At && said.At <= known.Until);

    private static ReadOnlySpan<SourceEvent> Within(SourceEvent[] events, Instant from, Instant to)
    {
        var start = 0;
        while (start < events.Length && events[start].At <= from)
        {
            start++;
        }

        var end = start;
        while (end < events.Length && events[end].At < to)
        {
            end++;
        }

        return events.AsSpan(start, end - start);
    }
}
