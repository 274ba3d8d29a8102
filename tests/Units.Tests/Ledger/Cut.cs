namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>What happens after a reading has arrived.</summary>
internal enum Cut
{
    /// <summary>The batch goes on.</summary>
    No,

    /// <summary>The batch ends and is committed.</summary>
    Batch,

    /// <summary>The batch ends and all hours are stored with it.</summary>
    Stored,

    /// <summary>The batch is committed and the process dies.</summary>
    Crash,

    /// <summary>The batch is committed with all hours and the process ends.</summary>
    Restart,
}
