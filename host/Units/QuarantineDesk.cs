using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Views;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units;

/// <summary>What could not be used: shown, and read again with the profiles of today.</summary>
/// <param name="audit">Keeps who had it read again, when and why.</param>
internal sealed class QuarantineDesk(AgencySetup setup, AuditTrail audit)
{
    public IReadOnlyList<QuarantineView> Page(long? before, int limit) =>
        [.. setup.Database.Read(connection => QuarantineTable.Page(connection, before, limit)).Select(View)];

    /// <summary>Topics that still are not understood: neither has a message of theirs been read since, nor would the last one be read now.</summary>
    public IReadOnlyList<UnmatchedView> Unmatched() =>
    [
        .. setup.Database.Read(QuarantineTable.StillUnmatched).Where(row => !IsUnderstood(row))
            .Select(row => new UnmatchedView(row.Connector, row.Topic, row.Count, row.LastPayload, row.LastAt)),
    ];

    /// <param name="submit">Takes the readings in and completes after the commit.</param>
    /// <returns>Null when there is no such entry.</returns>
    public async Task<ReplayResult?> ReplayAsync(long id, string reason, string author, Func<PostDelivery, string, Task> submit)
    {
        if (setup.Database.Read(connection => QuarantineTable.Find(connection, id)) is not { } row)
        {
            return null;
        }

        if (row.ReplayedAt is not null)
        {
            return new ReplayResult(0, "It was replayed before; its readings are stored.");
        }

        if (setup.Plugins.Connector(row.Connector) is not { } connector)
        {
            return new ReplayResult(0, $"The connector {row.Connector} that took it is not running.");
        }

        var read = connector.Interpret(new RawMessage(row.Connector, row.Topic, row.Payload, row.ReceivedAt));
        if (!read.Matched || read.Rejected.Count > 0 || read.Observations.Count == 0)
        {
            return new ReplayResult(0, read.Rejected.Count > 0 ? read.Rejected[0].Reason : "No profile reads a value from it.");
        }

        return await StoreAsync(row, read, submit, (connection, accepted) =>
        {
            QuarantineTable.MarkReplayed(connection, row.Id, audit.Now);
            audit.Append(connection, author, "quarantine.replayed", $"quarantine/{row.Id}", reason, before: new { row.Topic, row.Code, row.Reason }, after: new { read.Profile, accepted });
        });
    }

    private async Task<ReplayResult> StoreAsync(QuarantineRow row, Interpretation read, Func<PostDelivery, string, Task> submit, Action<SqliteConnection, int> mark)
    {
        foreach (var observation in read.Observations)
        {
            if (ReadingTime.Problem(observation.At, row.ReceivedAt) is { } problem)
            {
                return new ReplayResult(0, problem.Reason);
            }
        }

        var delivery = new PostDelivery(read.Observations.Count) { ReceivedAt = row.ReceivedAt, Observations = read.Observations, IsReplay = true };
        await submit(delivery, row.Connector);
        var refused = Enumerable.Range(0, read.Observations.Count).Select(delivery.ReasonOf).FirstOrDefault(reason => reason is not null);
        var accepted = delivery.Fates.Count(fate => fate == ReadingFate.Accepted);
        if (refused is null)
        {
            await setup.Database.WriteAsync(connection => mark(connection, accepted));
        }

        return new ReplayResult(accepted, refused);
    }

    private bool IsUnderstood(UnmatchedRow row) =>
        setup.Plugins.Connector(row.Connector) is { } connector && connector.Interpret(new RawMessage(row.Connector, row.Topic, row.LastPayload, row.LastAt)).Matched;

    private static QuarantineView View(QuarantineRow row) =>
        new(row.Id, row.Connector, row.Topic, row.Payload, row.Code, row.Reason, row.ReceivedAt, row.ReplayedAt);
}
