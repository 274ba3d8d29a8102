using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Grains;

/// <summary>Something else than readings that a unit does in its turn.</summary>
internal abstract class GrainCommand
{
    /// <summary>Runs on the unit's reader.</summary>
    public abstract void Run(UnitLedger ledger, CommitRequest request);

    /// <summary>Told after what the command wrote is committed, or could not be.</summary>
    public abstract void Complete(bool committed);
}
