using EmulationPlatform.Sdk;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>What one unit wants written in the next transaction. Used once.</summary>
public sealed class CommitRequest
{
    private readonly TaskCompletionSource<bool> settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<SourceRow> NewSources { get; } = [];

    public List<ReadingRow> Readings { get; } = [];

    public List<ReadingRow> Conflicts { get; } = [];

    /// <summary>Changes that are added to the stored hours.</summary>
    public List<HourRow> Hours { get; } = [];

    public List<FoldRow> Folds { get; } = [];

    /// <summary>Sources whose unsettled spans changed, with all their spans.</summary>
    public List<KeyValuePair<int, IReadOnlyList<UnsettledSpan>>> Unsettled { get; } = [];

    /// <summary>Notable intervals that hold now.</summary>
    public List<FindingRow> Findings { get; } = [];

    /// <summary>Notable intervals that no longer hold; written before the new ones.</summary>
    public List<FindingRow> GoneFindings { get; } = [];

    public List<QuarantineRow> Quarantine { get; } = [];

    public List<UnmatchedRow> Unmatched { get; } = [];

    public List<StateRow> State { get; } = [];

    /// <summary>Other writes that belong into the same transaction, done first.</summary>
    public List<Action<SqliteConnection>> Acts { get; } = [];

    /// <summary>Told on the writer's thread as soon as the transaction is on disk or has failed.</summary>
    public List<Delivery> Deliveries { get; } = [];

    public bool IsEmpty =>
        NewSources.Count + Readings.Count + Conflicts.Count + Hours.Count + Folds.Count
        + Unsettled.Count + Findings.Count + GoneFindings.Count + Acts.Count + Quarantine.Count + Unmatched.Count + State.Count + Deliveries.Count == 0;

    /// <summary>True when committed, false when it could not be written.</summary>
    public Task<bool> Settled => settled.Task;

    /// <returns>What a delivery threw, though it must not; the others have been told all the same.</returns>
    internal Exception? Complete(bool committed)
    {
        Exception? failure = null;
        foreach (var delivery in Deliveries)
        {
            try
            {
                delivery.Complete(committed);
            }
            catch (Exception e)
            {
                // Code of a connector, on the thread that writes for all of them.
                failure = e;
            }
        }

        settled.TrySetResult(committed);
        return failure;
    }
}
