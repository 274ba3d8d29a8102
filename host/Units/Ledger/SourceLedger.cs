using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Ledger;

/// <summary>
/// One source in its unit's ledger: the fold of its readings so far and the hours that are not stored yet. Readings in order
/// of time take the short way; older ones wait for <see cref="SettleLate"/> at the end of the batch.
/// </summary>
internal sealed class SourceLedger(SourceRow row, HourBook book)
{
    private readonly CounterSettings settings = new(row.Factor);
    private readonly UnsettledSpans spans = new();
    private readonly List<LateReading> late = [];
    private readonly List<MeterReading> appended = [];
    private MeterReading? newest;
    private CounterState state;
    private bool mustStore;

    public SourceRow Row => row;

    public SourceShare Share => book.Share;

    public bool IsSuspect => !state.IsSettled;

    public bool HasLate => late.Count > 0;

    public bool MustStore => mustStore;

    public bool HasUnstored => book.HasChanges || spans.Changed;

    public bool TouchedOthers => book.TouchedOthers;

    private bool IsCounter => row.Kind == SourceKind.Counter;

    /// <summary>Takes up where the stored hours end and folds the readings after them.</summary>
    public void Resume(CounterState storedState, IReadOnlyList<UnsettledSpan> storedSpans, MeterReading? stored, IEnumerable<MeterReading> tail)
    {
        state = storedState;
        newest = stored;
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

    /// <summary>
    /// Books the late readings of the batch: folds again from the last settled reading before them, once without and once
    /// with them, until both agree, and books the difference.
    /// </summary>
    public void SettleLate(IReadingHistory history, CommitRequest request)
    {
        var accepted = AcceptLate(history, request);
        if (accepted.Count == 0)
        {
            return;
        }

        Share.FirstAt = Share.FirstAt is { } first && first < accepted[0].At ? first : accepted[0].At;
        if (IsCounter)
        {
            Refold(history, accepted);
            mustStore = true;
        }
    }

    /// <summary>Puts everything not yet stored into the request.</summary>
    public void Store(CommitRequest request)
    {
        mustStore = false;
        if (!IsCounter || newest is not { } last || state.Reference is not { } reference)
        {
            return;
        }

        book.MoveTo(row.No, request.Hours);
        request.Folds.Add(new FoldRow(row.No, last.At, reference.At, state.Suspect?.At));
        if (spans.Changed)
        {
            request.Unsettled.Add(new(row.No, spans.TakeChanged()));
        }
    }

    /// <summary>The batch is over: what was appended is now part of the history.</summary>
    public void EndBatch() => appended.Clear();

    private void Append(MeterReading reading)
    {
        newest = reading;
        Share.NewestAt = reading.At;
        Share.FirstAt ??= reading.At;
        if (!IsCounter)
        {
            return;
        }

        var before = state;
        var step = CounterFold.Step(state, reading, settings);
        state = step.State;
        spans.Add(UnsettledSpans.Closed(before, step.State, reading.At));
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

    private void Refold(IReadingHistory history, List<MeterReading> accepted)
    {
        var anchor = Anchor(history, accepted[0].At);
        var without = new CounterState(anchor, null);
        var with = without;
        var fresh = new List<UnsettledSpan>();
        var next = 0;
        foreach (var known in Known(history, anchor?.At))
        {
            while (next < accepted.Count && accepted[next].At < known.At)
            {
                with = BookWith(with, accepted[next++], fresh);
            }

            var old = CounterFold.Step(without, known, settings);
            book.Unbook(old);
            without = old.State;
            with = BookWith(with, known, fresh);
            if (next == accepted.Count && with == without && with.IsSettled)
            {
                spans.Replace(anchor?.At, known.At, fresh);
                return;
            }
        }

        spans.Replace(anchor?.At, null, fresh);
        state = with;
    }

    private CounterState BookWith(CounterState before, MeterReading reading, List<UnsettledSpan> fresh)
    {
        var step = CounterFold.Step(before, reading, settings);
        book.Book(step);
        if (UnsettledSpans.Closed(before, step.State, reading.At) is { } closed)
        {
            fresh.Add(closed);
        }

        return step.State;
    }

    /// <summary>The newest reading before a moment at which the fold was settled; null when there is none.</summary>
    private MeterReading? Anchor(IReadingHistory history, Instant before)
    {
        if (NewestBefore(history, before) is not { } previous)
        {
            return null;
        }

        var start = spans.StartAround(previous.At) ?? (state is { Suspect: not null, Reference: { } open } && previous.At > open.At ? open.At : previous.At);
        return start == previous.At ? previous : NewestBefore(history, start.Plus(TimeSpan.FromMilliseconds(1)));
    }

    private MeterReading? NewestBefore(IReadingHistory history, Instant moment)
    {
        var inBatch = appended.FindLastIndex(reading => reading.At < moment);
        return inBatch >= 0 ? appended[inBatch] : history.AtOrBefore(row.No, moment.Plus(TimeSpan.FromMilliseconds(-1)));
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
