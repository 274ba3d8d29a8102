using EmulationPlatform.Metering;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Ledger;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Registry;

/// <summary>
/// What people do about a source at once: what they say of it, what they read from it, and the rows that tell who, when and why.
/// One transaction with the hours that follow: no reading without its reason, no reason without its reading.
/// </summary>
/// <param name="events">Everything that holds about the source from now on.</param>
/// <param name="save">Writes what was said; called when the fate of each reading is known.</param>
internal sealed class SourceAct(SourceEntry entry, EventTimeline events, Action<SqliteConnection, IReadOnlyList<ReadingFate>> save)
{
    private ReadingFate[] fates = [];

    public SourceEntry Entry => entry;

    /// <summary>Readings to be taken in.</summary>
    public IReadOnlyList<ReadingRow> Readings { get; init; } = [];

    /// <summary>What became of each; valid when the act is done.</summary>
    public IReadOnlyList<ReadingFate> Fates => fates;

    /// <summary>In the turn of the unit that folds the source.</summary>
    public bool Run(UnitLedger ledger, IReadingHistory history, CommitRequest request)
    {
        fates = new ReadingFate[Readings.Count];
        request.Acts.Add(connection => save(connection, fates));
        var source = ledger.Find(entry.No)!;
        if (RuleChange.Between(entry.Rules.Events, events) is { } change)
        {
            var rules = entry.Rules with { Events = events };
            source.UseRules(rules, change, history);
            ledger.Touch(source);
            entry.Rules = rules;
        }

        for (var i = 0; i < Readings.Count; i++)
        {
            var place = i;
            ledger.Offer(Readings[i], fate => fates[place] = fate, request);
        }

        return true;
    }
}
