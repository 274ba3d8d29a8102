using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Audit;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Registry;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Readings and bills by hand as acts of people: taken in with their reason in one transaction, shown, and taken back.</summary>
/// <param name="originOf">Where readings of that name come from.</param>
internal sealed class HandBook(AgencySetup setup, AuditTrail audit, EventDesk events, Func<string, Task<Origin>> originOf)
{
    public const string ManualOrigin = "manual:";
    public const string BillOrigin = "bill:";
    private const string ManualAct = "reading.manual";
    private const string BillAct = "reading.bill";
    private const string UndoneAct = "reading.undone";
    private const int MostRows = 10_000;

    public bool IsByHand(SourceEntry entry, Instant at) => StoredAt(entry, at) is { } stored && FacilitiesDesk.IsByHand(stored.Origin);

    /// <summary>What counts at that moment was worked out of a bill.</summary>
    public bool IsBill(SourceEntry entry, Instant at) => StoredAt(entry, at) is { } stored && stored.Origin.StartsWith(BillOrigin, StringComparison.Ordinal);

    public async Task<EntryResult> StoreAsync(AgencyRuntime runtime, SourceEntry entry, string author, string reason, HandRecord what)
    {
        HandValue[] all = [.. what.Readings, .. what.Moved];
        if (all.Select(reading => Refuse(entry, reading)).FirstOrDefault(refused => refused is not null) is { } problem)
        {
            return problem;
        }

        var said = new List<EventEntry>();
        var lifted = entry.Rules.Events.All.Where(known => IsWithin(known, what) || (IsAlone(known) && Array.Exists(all, reading => reading.At == known.At))).ToList();
        var origin = await originOf((what.IsBill ? BillOrigin : ManualOrigin) + author);
        var fresh = new List<ReadingRow>();
        foreach (var reading in all)
        {
            // What is stored already stays in the log; the new word corrects it, and undoes that it was passed over.
            var isPassedOver = lifted.Exists(known => known.At == reading.At);
            if (StoredAt(entry, reading.At) is not { } stored || !(isPassedOver || FacilitiesDesk.IsByHand(stored.Origin)))
            {
                fresh.Add(new ReadingRow(entry.No, reading.At, RegisterValue.From(reading.Value), audit.Now, origin.No));
            }
            else if (!isPassedOver || Without(entry, lifted).Effective(stored.Reading)?.Value != RegisterValue.From(reading.Value))
            {
                said.Add(new EventEntry(SourceEventKind.Corrected, reading.At, reason) { Value = reading.Value, Evidence = what.Evidence });
            }
        }

        if (Settles(entry, what) is { } settled)
        {
            said.Add(new EventEntry(SourceEventKind.Accepted, settled, reason) { Evidence = what.Evidence });
        }

        if (what is { UnknownSince: { } since, FromDay: { } day })
        {
            said.Add(new EventEntry(SourceEventKind.Outage, since, reason) { Until = setup.Calendar.StartOf(day) });
        }

        var change = events.Plan(entry, said, [.. lifted.Select(known => known.No)], reason, author);
        var act = new SourceAct(entry, change.After, (connection, fates) =>
        {
            change.Save(connection);
            if (!fates.Contains(ReadingFate.Conflict))
            {
                audit.Append(connection, author, what.IsBill ? BillAct : ManualAct, SourceShape.Subject(entry.Row.Id), reason, null, what);
            }
        }) { Readings = fresh };
        await runtime.TellAsync(act);
        return act.Fates.Contains(ReadingFate.Conflict)
            ? EntryResult.Refused(
                "at", "Thời điểm này đã có chỉ số khác; chỉ số đầu tiên được giữ, chỉ số mới nằm trong danh sách việc cần xử lý.",
                "There is another reading at that moment; the first one stays, the new one is on the worklist.")
            : EntryResult.Done(0);
    }

    /// <summary>What counts at a moment by the word of a person; null where the device itself was read, or nothing was.</summary>
    public decimal? ShownByHand(SourceEntry entry, Instant at) =>
        StoredAt(entry, at) is { } stored && FacilitiesDesk.IsByHand(stored.Origin) && entry.Rules.Events.Effective(stored.Reading) is { } reading ? reading.Value.ToDecimal() : null;

    /// <summary>All that people entered for a source, newest first, also what was taken back.</summary>
    public IReadOnlyList<HandEntry> Of(SourceEntry entry)
    {
        var (rows, said) = setup.Database.Read(connection => (
            AuditTable.Page(connection, null, MostRows, SourceShape.Subject(entry.Row.Id), null), SourceEventTable.Of(connection, entry.No)));
        var back = said.Where(stored => stored.Undone is null && stored.Event.Kind == SourceEventKind.Ignored).ToList();
        var undone = rows.Where(row => row.Entry.Act == UndoneAct).ToDictionary(row => AuditJson.Read<HandNumber>(row.Entry.Before!).No, row => Undone(row.Entry));
        var seen = new HashSet<Instant>();
        var entries = new List<HandEntry>();
        foreach (var row in rows.Where(row => row.Entry.Act is ManualAct or BillAct))
        {
            var what = Read(row.Entry);
            var moment = what.Readings[^1].At;
            var passedOver = back.Find(stored => stored.Event.At <= moment && moment <= stored.Event.Until);
            entries.Add(new HandEntry(
                row.No, row.Entry.At, row.Entry.Author, row.Entry.Reason, what, !seen.Add(moment),
                undone.GetValueOrDefault(row.No) ?? (passedOver is null ? null : new UndoneEvent(passedOver.Reason, passedOver.Author, passedOver.EnteredAt))));
        }

        return entries;
    }

    /// <summary>The readings that it was made of are passed over.</summary>
    /// <returns>Null when there is no such entry.</returns>
    public async Task<EntryResult?> TakeBackAsync(AgencyRuntime runtime, SourceEntry entry, long no, string reason, string author)
    {
        var all = Of(entry);
        if (all.FirstOrDefault(known => known.No == no) is not { } taken)
        {
            return null;
        }

        if (!taken.Stands)
        {
            return EntryResult.Refused("no", "Việc này đã được thu hồi hoặc đã có lần nhập khác thay thế.", "This was taken back already, or another entry has replaced it.");
        }

        var others = all.Where(known => known.No != no && known.Stands).ToList();
        if (others.Find(known => known.What.FromDay is { } day && setup.Calendar.StartOf(day) == taken.Moment) is { } next)
        {
            return EntryResult.Refused(
                "no", $"Hóa đơn “{next.Reason}” bắt đầu từ chỉ số này; thu hồi hóa đơn đó trước.", $"The bill “{next.Reason}” begins with this reading; take that bill back first.");
        }

        // What the device itself has read stays, and so does what another entry rests on.
        var moments = taken.What.Readings.Select(reading => reading.At).Where(at => IsByHand(entry, at) && !others.Exists(known => known.Moment == at));
        var settled = setup.Database.Read(connection => SourceEventTable.Of(connection, entry.No)).Where(stored =>
            stored.Undone is null && stored.Event.Kind == SourceEventKind.Accepted && stored.Event.At == taken.Moment && stored.Reason == taken.Reason);
        var change = events.Plan(
            entry, [.. moments.Select(at => new EventEntry(SourceEventKind.Ignored, at, reason) { Until = at })], [.. settled.Select(stored => stored.Event.No)], reason, author);
        await runtime.TellAsync(new SourceAct(entry, change.After, (connection, _) =>
        {
            change.Save(connection);
            audit.Append(connection, author, UndoneAct, SourceShape.Subject(entry.Row.Id), reason, before: new HandNumber(no), after: null);
        }));
        return EntryResult.Done(change.No);
    }

    private static UndoneEvent Undone(AuditEntry row) => new(row.Reason, row.Author, row.At);

    private EntryResult? Refuse(SourceEntry entry, HandValue reading)
    {
        if (entry.IsNew)
        {
            return EntryResult.Refused("source", "Nguồn này chưa được lưu; thử lại sau.", "This source is not stored yet; try again.");
        }

        if (ReadingTime.Problem(reading.At, audit.Now) is { } problem)
        {
            return EntryResult.Refused("value", "Không dùng được chỉ số này: " + problem.Reason, problem.Reason);
        }

        if (!RegisterValue.TryFrom(reading.Value, out var value) || !entry.Holds(value))
        {
            return EntryResult.Refused("value", "Chỉ số lớn hơn mức đồng hồ có thể hiện.", "The value is more than a register can show.");
        }

        return entry.Rules.Events.All.Any(known => !IsAlone(known) && Covers(known, reading.At))
            ? EntryResult.Refused(
                "at", "Thời điểm này nằm trong khoảng đã được đánh dấu là chỉ số sai hoặc công tơ hỏng; thu hồi việc đó trước.",
                "That moment lies in a time that was marked as wrong readings or an outage; take that back first.")
            : null;
    }

    /// <summary>One reading is passed over, and no other.</summary>
    private static bool IsAlone(SourceEvent known) => known.Kind == SourceEventKind.Ignored && known.Until == known.At;

    /// <summary>The bill says what was used while nothing was known.</summary>
    private bool IsWithin(SourceEvent known, HandRecord what) =>
        known.Kind == SourceEventKind.Outage && what is { FromDay: { } from, ToDay: { } to } && known.At >= setup.Calendar.StartOf(from) && known.Until <= setup.Calendar.StartOf(to);

    private static bool Covers(SourceEvent known, Instant at) => known.Kind switch
    {
        SourceEventKind.Ignored => known.At <= at && at <= known.Until,
        SourceEventKind.Outage => known.At < at && at < known.Until,
        _ => false,
    };

    /// <summary>A bill says what was used, so that nobody is asked for it again.</summary>
    private static Instant? Settles(SourceEntry entry, HandRecord what) =>
        what.IsBill && !entry.Rules.Events.All.Any(known => known.Kind == SourceEventKind.Accepted && known.At == what.Readings[^1].At) ? what.Readings[^1].At : null;

    private static EventTimeline Without(SourceEntry entry, IReadOnlyList<SourceEvent> lifted) => new(entry.Rules.Events.All.Except(lifted));

    private StoredReading? StoredAt(SourceEntry entry, Instant at) =>
        setup.Database.Read(connection => ReadingTable.Range(connection, entry.No, at, at.Plus(TimeSpan.FromMilliseconds(1)), 1)) is [var stored] ? stored : null;

    private HandRecord Read(AuditEntry row)
    {
        var what = AuditJson.Read<HandRecord>(row.After!);
        return what.Readings.Count > 0 ? what : what with { Readings = [new HandValue(what.At ?? setup.Calendar.StartOf(what.ToDay!.Value), what.Value ?? 0m)] };
    }
}
