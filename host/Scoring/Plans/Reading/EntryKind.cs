namespace EmulationPlatform.Scoring.Plans;

/// <summary>Entries of a plan file that others may name by their id.</summary>
internal enum EntryKind
{
    Group,
    Pillar,
    Role,
    LegalBasis,
    Phase,
    Review,
    Duty,
    Task,
    Figure,
    Target,
    Gate,
    Decision,

    /// <summary>The open point of one target: its options are rules, so no due day waits for it.</summary>
    RuleDecision,
    Band,
    AwardForm,
    AwardRound,
}
