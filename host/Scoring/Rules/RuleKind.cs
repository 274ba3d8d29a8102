namespace EmulationPlatform.Scoring.Rules;

/// <summary>Kinds of rules with one figure, as plan files name them (docs/plan-format.md).</summary>
public enum RuleKind
{
    AtLeast,
    AtMost,
    Pass,
    Reduce,
    NotAboveBase,
    Increase,
    Count,
    Steps,
    Each,
    YesNo,
    Staged,
    Rated,
    OnTime,
    AgainstPeers,
}
