using System.Collections.Concurrent;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>What watches have raised and not cleared, with who has seen to it.</summary>
internal sealed class AlertBoard(AgencySetup setup, AuditTrail audit)
{
    private readonly ConcurrentDictionary<(int Source, AlertKind Kind), (Instant Since, decimal Figure, decimal? Usual, string Measure)> raised = new();

    public void Raise(int source, AlertKind kind, Instant since, decimal figure, decimal? usual, string measure) => raised[(source, kind)] = (since, figure, usual, measure);

    public void Clear(int source, AlertKind kind) => raised.TryRemove((source, kind), out _);

    /// <summary>Those nobody has seen to first, then the newest.</summary>
    public IReadOnlyList<AlertView> Of(SourceRegistry sources)
    {
        var seen = setup.Database.Read(AlertTable.Acknowledgements).ToDictionary(row => (row.Source, row.Kind, row.Since));
        return
        [
            .. raised.Select(alert => (alert.Key, alert.Value, Entry: sources.Find(alert.Key.Source)))
                .Where(alert => alert.Entry is not null)
                .Select(alert =>
                {
                    var seenTo = seen.GetValueOrDefault((alert.Key.Source, alert.Key.Kind.ToString(), alert.Value.Since));
                    return new AlertView(
                        alert.Entry!.Row.Id, MeterTitle.Of(alert.Entry.Row), AgencyRuntime.CurrentUnit(alert.Entry.Assignments), alert.Key.Kind,
                        alert.Value.Since, alert.Value.Figure, alert.Value.Usual, alert.Value.Measure, seenTo?.Author, seenTo?.Reason);
                })
                .OrderBy(alert => alert.AcknowledgedBy is not null).ThenByDescending(alert => alert.Since),
        ];
    }

    /// <returns>False when nothing of the kind is raised about the source.</returns>
    public async Task<bool> AcknowledgeAsync(SourceEntry entry, AlertKind kind, string reason, string author)
    {
        if (!raised.TryGetValue((entry.No, kind), out var alert))
        {
            return false;
        }

        await setup.Database.WriteAsync(connection =>
        {
            AlertTable.Acknowledge(connection, new AlertAcknowledgement(entry.No, kind.ToString(), alert.Since, author, reason, audit.Now));
            audit.Append(connection, author, "alert.acknowledged", $"source/{entry.Row.Id}/alert/{kind}", reason, before: null, after: alert.Since.ToString());
        });
        return true;
    }
}
