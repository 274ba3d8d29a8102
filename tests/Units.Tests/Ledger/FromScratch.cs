using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>The truth: distinct readings in order of time, folded once from the first to the last.</summary>
internal sealed class FromScratch
{
    private readonly Dictionary<Hour, HourCell> cells = [];

    public FromScratch(IEnumerable<Arrival> arrivals, decimal factor)
    {
        Readings = [.. arrivals.GroupBy(arrival => arrival.Millisecond).OrderBy(moment => moment.Key).Select(moment => moment.First().Reading)];
        foreach (var reading in Readings)
        {
            var before = State;
            var step = CounterFold.Step(State, reading, new CounterSettings(factor));
            State = step.State;
            Book(step.Retracted, -1);
            Book(step.First, 1);
            Book(step.Second, 1);
            if (before is { Suspect: not null, Reference: { } reference } && State.IsSettled)
            {
                Spans.Add(new UnsettledSpan(reference.At, reading.At));
            }
        }
    }

    public IReadOnlyList<MeterReading> Readings { get; }

    public CounterState State { get; private set; }

    public List<UnsettledSpan> Spans { get; } = [];

    public List<Interval> Intervals { get; } = [];

    public IEnumerable<KeyValuePair<Hour, HourCell>> Hours => cells.Where(cell => cell.Value != default);

    private void Book(Interval? interval, int sign)
    {
        if (interval is not { } booked)
        {
            return;
        }

        if (sign > 0)
        {
            Intervals.Add(booked);
        }
        else
        {
            Intervals.Remove(booked);
        }

        foreach (var (hour, cell) in HourShares.Of(booked))
        {
            cells[hour] = cells.GetValueOrDefault(hour) + (sign > 0 ? cell : -cell);
        }
    }
}
