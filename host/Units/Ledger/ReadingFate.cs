namespace EmulationPlatform.Units.Ledger;

/// <summary>What became of one offered reading.</summary>
internal enum ReadingFate
{
    /// <summary>New: will be stored.</summary>
    Accepted,

    /// <summary>The same reading is stored already.</summary>
    Duplicate,

    /// <summary>Another value for a moment that already has one; the first stays.</summary>
    Conflict,

    /// <summary>Could not be used; kept in quarantine.</summary>
    Quarantined,
}
