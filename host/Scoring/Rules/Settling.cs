namespace EmulationPlatform.Scoring.Rules;

/// <summary>When what is not reached counts against a unit.</summary>
public enum Settling
{
    /// <summary>At any time: what is known now is judged now.</summary>
    Running,

    /// <summary>At the end of the period; what is reached before is credited at once (scoring: "At least N per year").</summary>
    AtEnd,

    /// <summary>At any time, against the part of N that the elapsed time asks for; for N of 12 or more.</summary>
    ProRata,
}
