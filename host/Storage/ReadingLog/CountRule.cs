namespace EmulationPlatform.Storage.ReadingLog;

/// <summary>Does a source count for the unit it is assigned to?</summary>
public enum CountRule
{
    /// <summary>Counters of consumption count; gauges, export and production are shown only.</summary>
    Auto,

    /// <summary>It counts whatever it is: a gauge without a register beside it.</summary>
    Yes,

    /// <summary>It is shown only: a check meter beside another one. Of a source without a unit: somebody decided that it stays so.</summary>
    No,
}
