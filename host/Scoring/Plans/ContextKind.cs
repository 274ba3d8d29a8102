namespace EmulationPlatform.Scoring.Plans;

public enum ContextKind
{
    Metadata,
    Principle,
    Scope,
    Vision,
    Funding,

    /// <summary>An aim that other targets measure.</summary>
    Goal,

    /// <summary>Said before; another entry measures it.</summary>
    Duplicate,
}
