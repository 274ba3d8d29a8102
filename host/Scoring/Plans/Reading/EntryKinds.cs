namespace EmulationPlatform.Scoring.Plans;

/// <summary>How messages name kinds of entries.</summary>
internal static class EntryKinds
{
    public static string Word(this EntryKind kind) => kind switch
    {
        EntryKind.LegalBasis => "legal basis",
        EntryKind.AwardForm => "award form",
        EntryKind.AwardRound => "award round",
        EntryKind.Gate => "target that is a gate",
        EntryKind.RuleDecision => "decision on a rule",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The block in which entries of the kind stand.</summary>
    public static string Block(this EntryKind kind) => kind switch
    {
        EntryKind.LegalBasis => "legalBases",
        EntryKind.Duty => "duties",
        EntryKind.Gate => "targets",
        EntryKind.AwardForm => "forms",
        EntryKind.AwardRound => "rounds",
        _ => $"{kind.ToString().ToLowerInvariant()}s",
    };
}
