using EmulationPlatform.Sdk;

namespace EmulationPlatform.Metering.Tests.Laws;

/// <summary>
/// The ledger of one source in short: a reading in order is one step; a late one, or something a person enters, folds a stretch
/// again from the newest reading before it at which the state was plain.
/// </summary>
internal sealed class LedgerModel(SourceRules settings)
{
    private readonly SortedList<Instant, MeterReading> readings = [];
    private readonly Dictionary<Instant, bool> plainAt = [];
    private SourceRules rules = settings;

    public IntervalBook Book { get; } = new();

    public CounterState State { get; private set; }

    /// <summary>Readings at which a fold can begin anew.</summary>
    public IEnumerable<Instant> Plain => plainAt.Where(known => known.Value).Select(known => known.Key).Order();

    public void Offer(IReadOnlyList<MeterReading> batch)
    {
        var fresh = batch.Where(reading => !readings.ContainsKey(reading.At)).ToList();
        var newest = readings.Count == 0 ? (Instant?)null : readings.Keys[^1];
        var late = fresh.Where(reading => reading.At < newest).ToList();
        if (late.Count > 0)
        {
            FoldAgain(late[0].At, late[^1].At, late, rules);
        }

        foreach (var reading in fresh.Except(late))
        {
            var step = SourceFold.Step(State, reading, rules);
            Book.Take(step);
            Keep(reading, step);
            State = step.State;
        }
    }

    public void Enter(EventTimeline events)
    {
        var change = RuleChange.Between(rules.Events, events);
        var changed = rules with { Events = events };
        if (change is { } time && readings.Count > 0)
        {
            FoldAgain(time.From, time.Until, [], changed);
        }

        rules = changed;
    }

    private void FoldAgain(Instant from, Instant changedUntil, List<MeterReading> late, SourceRules changed)
    {
        var anchor = readings.Values.Where(reading => reading.At < from && plainAt[reading.At]).Select(reading => (Instant?)reading.At).LastOrDefault();
        var lastThree = readings.Values.Where(reading => reading.At <= anchor && rules.Events.Effective(reading) is not null).TakeLast(3).ToList();
        var known = readings.Values.Where(reading => anchor is null || reading.At > anchor).ToList();
        late.ForEach(reading => readings.Add(reading.At, reading));

        var refold = new Refold(rules, changed, step => Book.Change(step, -1), (_, step, at) => Rebook(step, at));
        var end = refold.Run(lastThree, known, late, changedUntil);
        State = end.AgreedAt is null ? end.State : State;
    }

    private void Rebook(in FoldStep step, Instant at)
    {
        Book.Change(step, 1);
        plainAt[at] = step.State.IsPlain;
    }

    private void Keep(MeterReading reading, in FoldStep step)
    {
        readings.Add(reading.At, reading);
        plainAt[reading.At] = step.State.IsPlain;
    }
}
