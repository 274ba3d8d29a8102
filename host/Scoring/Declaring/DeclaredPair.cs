namespace EmulationPlatform.Scoring.Declaring;

/// <summary>Self-declared and verified value of one figure. Both are shown, whichever counts.</summary>
/// <param name="Self">Newest value said; for a rating the median of what the raters said. Null when there is none.</param>
/// <param name="Verified">Newest value found by somebody else, also when the unit has said something newer since.</param>
public sealed record DeclaredPair(decimal? Self, decimal? Verified)
{
    /// <summary>Verified less self-declared.</summary>
    public decimal? Difference => Verified - Self;

    /// <summary>Entry of <see cref="Self"/> with author, day and comment; null for ratings.</summary>
    public Declaration? Said { get; init; }

    /// <summary>Entry of <see cref="Verified"/>, whose comment is the reason for the difference; null for ratings.</summary>
    public Declaration? Checked { get; init; }

    /// <summary>The return that waits for the unit, with its reason; nothing counts then.</summary>
    public Declaration? Returned { get; init; }

    /// <summary>The verified value is the one that counts.</summary>
    public bool CheckedCounts { get; init; }
}
