using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Grains;

namespace EmulationPlatform.Units.Registry;

/// <summary>Where a source's readings go. One per source, for the life of the runtime.</summary>
internal sealed class SourceEntry(SourceRow row, SourceRules rules, UnitGrain grain, bool isNew)
{
    /// <summary>Connector name of sources that are made of others and never get a reading.</summary>
    public const string VirtualConnector = "virtual";

    private volatile SourceRow row = row;
    private volatile UnitGrain? grain = grain;
    private volatile IReadOnlyList<Assignment> assignments = [];
    private volatile IReadOnlyList<VirtualTerm> terms = [];
    private volatile SourceRules rules = rules;
    private TaskCompletionSource moved = Done();

    public int No { get; } = row.No;

    public SourceRow Row => row;

    public bool IsVirtual => row.Connector == VirtualConnector;

    public IReadOnlyList<Assignment> Assignments
    {
        get => assignments;
        set => assignments = value;
    }

    /// <summary>What a virtual source adds up.</summary>
    public IReadOnlyList<VirtualTerm> Terms
    {
        get => terms;
        set => terms = value;
    }

    public SourceRules Rules
    {
        get => rules;
        set => rules = value;
    }

    /// <summary>The ledger that folds it can book its hours by itself.</summary>
    public bool IsLive => !IsVirtual && assignments.All(assignment => assignment.Key == ShareKey.Whole);

    /// <summary>False when the value times the factor is more than an amount can hold.</summary>
    public bool Holds(RegisterValue value) => rules.Holds(value);

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

    public void Arrive(SourceRow newRow, SourceRules newRules, IReadOnlyList<Assignment> newAssignments, UnitGrain newGrain)
    {
        row = newRow;
        rules = newRules;
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
