using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units;

/// <summary>What could not be used: shown, and read again with the profiles of today.</summary>
internal sealed class QuarantineDesk(AgencySetup setup)
{
    public IReadOnlyList<QuarantineView> Page(long? before, int limit) =>
        [.. setup.Database.Read(connection => QuarantineTable.Page(connection, before, limit)).Select(View)];

    public IReadOnlyList<UnmatchedView> Unmatched() =>
    [
        .. setup.Database.Read(QuarantineTable.Unmatched)
            .Select(row => new UnmatchedView(row.Connector, row.Topic, row.Count, row.LastPayload, row.LastAt)),
    ];

    /// <param name="submit">Takes the readings in and completes after the commit.</param>
    /// <returns>Null when there is no such entry.</returns>
    public async Task<ReplayResult?> ReplayAsync(long id, Func<PostDelivery, string, Task> submit)
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

        return await StoreAsync(row, read, submit);
    }

    private async Task<ReplayResult> StoreAsync(QuarantineRow row, Interpretation read, Func<PostDelivery, string, Task> submit)
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
        if (refused is null)
        {
            var now = Instant.From(setup.Clock.GetUtcNow());
            await setup.Database.WriteAsync(connection => QuarantineTable.MarkReplayed(connection, row.Id, now));
        }

        return new ReplayResult(delivery.Fates.Count(fate => fate == ReadingFate.Accepted), refused);
    }

    private static QuarantineView View(QuarantineRow row) =>
        new(row.Id, row.Connector, row.Topic, row.Payload, row.Code, row.Reason, row.ReceivedAt, row.ReplayedAt);
}
