using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Grains;

/// <summary>Where a source's readings go. One per source, for the life of the runtime.</summary>
internal sealed class SourceEntry(SourceRow row, UnitGrain grain, bool isNew)
{
    private volatile SourceRow row = row;
    private volatile UnitGrain? grain = grain;
    private volatile IReadOnlyList<Assignment> assignments = [];
    private volatile CounterSettings settings = new(row.Factor);
    private TaskCompletionSource moved = Done();

    public int No { get; } = row.No;

    public SourceRow Row => row;

    public IReadOnlyList<Assignment> Assignments
    {
        get => assignments;
        set => assignments = value;
    }

    /// <summary>False when the value times the factor is more than an amount can hold.</summary>
    public bool Holds(RegisterValue value) => settings.Holds(value);

    /// <summary>Not in the database yet; its first batch puts it there. Touched by the reader of the unassigned only, where every source begins.</summary>
    public bool IsNew { get; set; } = isNew;

    /// <summary>The unit that folds its readings; null while it moves from one to another.</summary>
    public UnitGrain? Grain => grain;

    /// <summary>Completes when the source has arrived at a unit.</summary>
    public Task Arrived => moved.Task;

    public void Leave()
    {
        moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        grain = null;
    }

    public void Arrive(SourceRow newRow, IReadOnlyList<Assignment> newAssignments, UnitGrain newGrain)
    {
        row = newRow;
        settings = new CounterSettings(newRow.Factor);
        assignments = newAssignments;
        grain = newGrain;
        moved.TrySetResult();
    }

    /// <summary>The move failed: whoever waits hears that nothing was taken.</summary>
    public void Lose() => moved.TrySetException(new SinkClosedException("The host cannot store at the moment; try again later."));

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
