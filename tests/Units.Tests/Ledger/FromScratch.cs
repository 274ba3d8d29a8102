using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>The truth: distinct readings in order of time, folded once from the first to the last under all events that hold.</summary>
internal sealed class FromScratch
{
    private readonly Dictionary<Hour, HourCell> cells = [];
    private readonly List<Interval> intervals = [];

    public FromScratch(IReadOnlyCollection<Arrival> arrivals, SourceRules rules)
    {
        var events = new EventBook();
        foreach (var said in arrivals.Select(arrival => arrival.Said).OfType<Said>())
        {
            events.Take(said);
        }

        Readings = [.. arrivals.GroupBy(arrival => arrival.Millisecond).OrderBy(moment => moment.Key).Select(moment => moment.First().Reading)];
        var tracker = new SpanTracker(null);
        foreach (var reading in Readings)
        {
            var step = SourceFold.Step(State, reading, rules with { Events = events.Timeline });
            if (tracker.Follow(State, step.State, reading.At) is { } span)
            {
                Spans.Add(span);
            }

            State = step.State;
            Book(step);
        }

        Since = tracker.Since;
    }

    public IReadOnlyList<MeterReading> Readings { get; }

    public CounterState State { get; private set; }

    public Instant? Since { get; }

    public List<UnsettledSpan> Spans { get; } = [];

    public IReadOnlyList<Interval> Intervals => intervals;

    public IEnumerable<KeyValuePair<Hour, HourCell>> Hours => cells.Where(cell => cell.Value != default);

    private void Book(in FoldStep step)
    {
        foreach (var earlier in step.Earlier ?? [])
        {
            Book(earlier);
        }

        Book(step.Retracted, -1);
        Book(step.RetractedToo, -1);
        Book(step.First, 1);
        Book(step.Second, 1);
    }

    private void Book(Interval? interval, int sign)
    {
        if (interval is not { } booked)
        {
            return;
        }

        if (sign > 0)
        {
            intervals.Add(booked);
        }
        else
        {
            Assert.True(intervals.Remove(booked), $"{booked} is taken back and was never booked");
        }

        foreach (var (hour, cell) in HourShares.Of(booked))
        {
            cells[hour] = cells.GetValueOrDefault(hour) + (sign > 0 ? cell : -cell);
        }
    }
}
