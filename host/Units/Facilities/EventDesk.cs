using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Records;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Registry;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Takes in what people say about a source's life, and takes it back again. Nothing is overwritten.</summary>
internal sealed class EventDesk(AgencySetup setup, AuditTrail audit)
{
    public IReadOnlyList<EventView> Of(SourceEntry entry) =>
        [.. setup.Database.Read(connection => SourceEventTable.Of(connection, entry.No)).Select(stored => View(entry, stored))];

    /// <returns>Null when it can be taken.</returns>
    public EntryResult? Refuse(SourceEntry entry, EventEntry said)
    {
        if (entry.IsVirtual || entry.IsNew)
        {
            return EntryResult.Refused("source", "Nguồn này chưa có chỉ số của riêng nó.", "This source has no readings of its own.");
        }

        var checks = new EventChecks(entry.Rules, setup.Calendar, audit.Now);
        return setup.Database.Read(connection => checks.Refuse(connection, entry, said));
    }

    public async Task<EntryResult> EnterAsync(AgencyRuntime runtime, SourceEntry entry, EventEntry said, string author)
    {
        if (Refuse(entry, said) is { } refused)
        {
            return refused;
        }

        // The new meter's transformers may be others too: both are said in one act, and neither holds without the other.
        var parts = said is { Kind: SourceEventKind.Replacement, Factor: not null } ? [said, said with { Kind = SourceEventKind.Factor }] : new[] { said };
        var change = Plan(entry, parts, [], said.Reason, author);
        await runtime.TellAsync(new SourceAct(entry, change.After, (connection, _) => change.Save(connection)));
        return EntryResult.Done(change.No);
    }

    public async Task<EntryResult?> UndoAsync(AgencyRuntime runtime, long no, string reason, string author)
    {
        if (setup.Database.Read(connection => SourceEventTable.Find(connection, no)) is not { } stored || runtime.Sources.Find(stored.Source) is not { } entry)
        {
            return null;
        }

        if (stored.Undone is { } undone)
        {
            return EntryResult.Refused("no", $"{undone.Author} đã thu hồi việc này.", $"{undone.Author} has taken this back already.");
        }

        var change = Plan(entry, [], [no], reason, author);
        await runtime.TellAsync(new SourceAct(entry, change.After, (connection, _) => change.Save(connection)));
        return EntryResult.Done(no);
    }

    /// <summary>Some things said and others taken back, as one act.</summary>
    /// <param name="said">Checked already.</param>
    /// <param name="undone">Numbers of what is taken back.</param>
    public EventChange Plan(SourceEntry entry, IReadOnlyList<EventEntry> said, IReadOnlyList<long> undone, string reason, string author)
    {
        var (no, back) = setup.Database.Read(connection => (SourceEventTable.NextNo(connection), undone.Select(each => SourceEventTable.Find(connection, each)!).ToList()));
        var stored = said.Select((part, index) => new StoredEvent(entry.No, Event(no + index, part), part.Reason, part.Evidence, author, audit.Now)).ToList();
        var after = entry.Rules.Events.All.Where(known => !undone.Contains(known.No)).Concat(stored.Select(part => RuleBook.InRules(entry.Row, part.Event)));
        return new EventChange(no, new EventTimeline(after), connection =>
        {
            foreach (var known in back)
            {
                SourceEventTable.Undo(connection, known.Event.No, new UndoneEvent(reason, author, audit.Now));
                Audit(connection, entry, known, author, "source.undone", reason, before: Entry(known), after: null);
            }

            foreach (var part in stored)
            {
                SourceEventTable.Add(connection, part);
                Audit(connection, entry, part, author, $"source.{part.Event.Kind}", part.Reason, before: null, after: Entry(part));
            }
        });
    }

    private void Audit(SqliteConnection connection, SourceEntry entry, StoredEvent stored, string author, string act, string reason, object? before, object? after) =>
        audit.Append(connection, author, act, Subject(entry.Row.Id, stored.Event.No), reason, before, after);

    private static SourceEvent Event(long no, EventEntry said) => new(no, said.Kind, said.At)
    {
        Until = said.Until ?? said.At,
        OldFinal = RegisterValue.From(said.OldFinal ?? 0m),
        NewInitial = RegisterValue.From(said.NewInitial ?? 0m),
        Factor = said.Factor ?? 1m,
        Value = RegisterValue.From(said.Value ?? 0m),
    };

    private static EventView View(SourceEntry entry, StoredEvent stored) =>
        new(stored.Event.No, entry.Row.Id, Entry(stored), stored.Author, stored.EnteredAt, stored.Undone);

    /// <summary>As the audit log names an event.</summary>
    internal static string Subject(string source, long no) => $"{SourceShape.Subject(source)}/event/{no}";

    /// <summary>What was said, as it was entered.</summary>
    internal static EventEntry Entry(StoredEvent stored)
    {
        var said = stored.Event;
        return new EventEntry(said.Kind, said.At, stored.Reason)
        {
            Until = said.Until == said.At ? null : said.Until,
            OldFinal = said.Kind == SourceEventKind.Replacement ? said.OldFinal.ToDecimal() : null,
            NewInitial = said.Kind is SourceEventKind.Replacement or SourceEventKind.ResetConfirmed ? said.NewInitial.ToDecimal() : null,
            Factor = said.Kind == SourceEventKind.Factor ? said.Factor : null,
            Value = said.Kind == SourceEventKind.Corrected ? said.Value.ToDecimal() : null,
            Evidence = stored.Evidence,
        };
    }
}
