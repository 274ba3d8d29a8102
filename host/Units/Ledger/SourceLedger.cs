using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Watching;

namespace EmulationPlatform.Units.Ledger;

/// <summary>
/// One source in its unit's ledger: the fold of its readings so far and the hours that are not stored yet. Readings in order
/// of time take the short way; older ones wait for <see cref="SettleLate"/> at the end of the batch.
/// </summary>
internal sealed class SourceLedger(SourceRow row, SourceRules rules, HourBook book)
{
    private const int UsualBatch = 1_024;

    private readonly UnsettledSpans spans = new();
    private readonly List<LateReading> late = [];
    private readonly List<MeterReading> appended = [];
    private SourceRules rules = rules;
    private SpanTracker tracker;
    private MeterReading? newest;
    private CounterState state;
    private bool mustStore;
    private bool foldIsStored;
    private Instant heardAt;

    public SourceRow Row => row;

    public SourceShare Share => book.Share;

    public bool HasLate => late.Count > 0;

    public bool MustStore => mustStore;

    /// <summary>A first reading counts nothing yet; that it was folded is stored all the same.</summary>
    public bool HasUnstored => book.HasChanges || spans.Changed || (!foldIsStored && newest is not null);

    public bool TouchedOthers => book.TouchedOthers;

    /// <summary>The newest reading of the batch; null when it brought none newer than those before.</summary>
    public Heard? Heard => appended.Count > 0 ? new Heard(appended[^1].At, heardAt) : null;

    /// <summary>Takes up where the stored hours end and folds the readings after them.</summary>
    public void Resume(FoldRow? stored, IReadOnlyList<UnsettledSpan> storedSpans, MeterReading? last, IEnumerable<MeterReading> tail)
    {
        foldIsStored = stored is not null;
        state = stored?.State ?? CounterState.Empty;
        tracker = new SpanTracker(stored?.UnsettledSince);
        newest = last;
        spans.Load(storedSpans);
        foreach (var reading in tail)
        {
            Append(reading);
        }
    }

    /// <summary>Adds a reading to the batch, or keeps it for <see cref="SettleLate"/> when it is older than the newest.</summary>
    public void Offer(ReadingRow reading, Action<ReadingFate> tell, CommitRequest request)
    {
        var offered = new MeterReading(reading.At, reading.Value);
        if (newest is not { } last || offered.At > last.At)
        {
            Append(offered);
            appended.Add(offered);
            heardAt = reading.ReceivedAt;
            request.Readings.Add(reading);
            tell(ReadingFate.Accepted);
        }
        else if (offered.At == last.At)
        {
            Judge(reading, last, tell, request);
        }
        else
        {
            late.Add(new LateReading(reading, tell));
        }
    }

    /// <summary>Books the late readings of the batch by folding the stretch they lie in again.</summary>
    public void SettleLate(IReadingHistory history, CommitRequest request)
    {
        var accepted = AcceptLate(history, request);
        if (accepted.Count == 0)
        {
            return;
        }

        Share.FirstAt = Share.FirstAt is { } first && first < accepted[0].At ? first : accepted[0].At;
        Refold(history, accepted, accepted[0].At, accepted[^1].At, rules);
    }

    /// <summary>What people have entered is another: the stretch it is about is folded again by the new rules.</summary>
    public void UseRules(SourceRules newRules, RuleChange change, IReadingHistory history)
    {
        Refold(history, [], change.From, change.Until, newRules);
        rules = newRules;
    }

    /// <summary>Puts everything not yet stored into the request.</summary>
    public void Store(CommitRequest request)
    {
        mustStore = false;
        if (newest is not { } last)
        {
            return;
        }

        foldIsStored = true;
        book.MoveTo(row.No, request);
        request.Folds.Add(new FoldRow(row.No, last.At, state, tracker.Since));
        if (spans.Changed)
        {
            request.Unsettled.Add(new(row.No, spans.TakeChanged()));
        }
    }

    /// <summary>The batch is over: what was appended is now part of the history.</summary>
    public void EndBatch()
    {
        appended.Clear();
        if (appended.Capacity > UsualBatch)
        {
            // After history was taken in.
            appended.Capacity = 0;
        }
    }

    private void Append(MeterReading reading)
    {
        newest = reading;
        Share.NewestAt = reading.At;
        Share.FirstAt ??= reading.At;
        var step = SourceFold.Step(state, reading, rules);
        spans.Add(tracker.Follow(state, step.State, reading.At));
        state = step.State;
        book.Book(step);
    }

    private static void Judge(ReadingRow reading, MeterReading stored, Action<ReadingFate> tell, CommitRequest request)
    {
        if (reading.Value == stored.Value)
        {
            tell(ReadingFate.Duplicate);
        }
        else
        {
            request.Conflicts.Add(reading);
            tell(ReadingFate.Conflict);
        }
    }

    private List<MeterReading> AcceptLate(IReadingHistory history, CommitRequest request)
    {
        var accepted = new SortedList<Instant, MeterReading>();
        foreach (var (reading, tell) in late)
        {
            var stored = StoredAt(history, reading.At) ?? (accepted.TryGetValue(reading.At, out var earlier) ? earlier : null);
            if (stored is { } existing)
            {
                Judge(reading, existing, tell, request);
                continue;
            }

            accepted.Add(reading.At, new MeterReading(reading.At, reading.Value));
            request.Readings.Add(reading);
            tell(ReadingFate.Accepted);
        }

        late.Clear();
        return [.. accepted.Values];
    }

    private MeterReading? StoredAt(IReadingHistory history, Instant at)
    {
        var inBatch = appended.FindIndex(reading => reading.At == at);
        return inBatch >= 0 ? appended[inBatch] : history.At(row.No, at);
    }

    private void Refold(IReadingHistory history, List<MeterReading> added, Instant changedFrom, Instant changedUntil, SourceRules newRules)
    {
        mustStore = true;
        var lastThree = PlainBefore(history, changedFrom);
        var anchor = lastThree.Count == 0 ? (Instant?)null : lastThree[^1].At;
        var fresh = new List<UnsettledSpan>();
        var following = new SpanTracker(null);
        var end = new Refold(rules, newRules, book.Unbook, (before, step, at) =>
        {
            book.Book(step);
            if (following.Follow(before, step.State, at) is { } closed)
            {
                fresh.Add(closed);
            }
        }).Run(lastThree, Known(history, anchor), added, changedUntil);
        spans.Replace(anchor, end.AgreedAt, fresh);
        if (end.AgreedAt is null)
        {
            (state, tracker) = (end.State, following);
        }
    }

    /// <summary>Readings up to the newest one before a moment at which the state was plain, in order, at least three that count.</summary>
    private List<MeterReading> PlainBefore(IReadingHistory history, Instant moment)
    {
        var readings = new List<MeterReading>();
        if (Back(history, moment.Plus(TimeSpan.FromMilliseconds(-1))).Cast<MeterReading?>().FirstOrDefault() is not { } previous)
        {
            return readings;
        }

        var start = spans.StartAround(previous.At) ?? (tracker.Since is { } since && since < previous.At ? since : previous.At);
        var counting = 0;
        foreach (var reading in Back(history, start))
        {
            readings.Add(reading);
            counting += rules.Events.Effective(reading) is null ? 0 : 1;
            if (counting == 3)
            {
                break;
            }
        }

        readings.Reverse();
        return readings;
    }

    /// <summary>What is known at or before a moment, newest first: what was appended in this batch, then committed ones.</summary>
    private IEnumerable<MeterReading> Back(IReadingHistory history, Instant from)
    {
        for (var i = appended.Count - 1; i >= 0; i--)
        {
            if (appended[i].At <= from)
            {
                yield return appended[i];
            }
        }

        foreach (var reading in history.Back(row.No, from))
        {
            yield return reading;
        }
    }

    /// <summary>What was known before the late readings: committed ones, then those appended in this batch.</summary>
    private IEnumerable<MeterReading> Known(IReadingHistory history, Instant? after)
    {
        foreach (var reading in history.After(row.No, after))
        {
            yield return reading;
        }

        foreach (var reading in appended)
        {
            if (after is not { } start || reading.At > start)
            {
                yield return reading;
            }
        }
    }
}
