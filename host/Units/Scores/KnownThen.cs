using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Scores;

/// <summary>Derives again, from what was known at a past moment, the hours of sources of which something came later.</summary>
internal static class KnownThen
{
    /// <param name="from">Hours before are not looked at.</param>
    public static void Prepare(PastView view, AgencySetup setup, Instant from)
    {
        var connection = view.Connection;
        var rows = SourceTable.All(connection).ToDictionary(row => row.No);
        var events = SourceEventTable.All(connection).Where(said => said.Undone is null).ToLookup(said => said.Source, said => said.Event);
        var rules = new RuleBook(setup.Metrics);
        foreach (var no in view.Changed(from))
        {
            view.Put(no, Hours(view, rows[no], rules.Of(rows[no], events[no]), setup.Calendar));
        }
    }

    private static List<HourRow> Hours(PastView view, SourceRow row, SourceRules rules, AgencyCalendar calendar)
    {
        var book = new HourBook(calendar, new SourceShare(row, [], [], new YearMonth(9_999, 12)));
        var state = CounterState.Empty;
        foreach (var reading in ReadingTable.After(view.Connection, row.No, null))
        {
            var step = SourceFold.Step(state, reading, rules);
            book.Book(step);
            state = step.State;
        }

        var request = new CommitRequest();
        book.MoveTo(row.No, request);
        return request.Hours;
    }
}
