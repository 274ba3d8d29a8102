namespace EmulationPlatform.Sheets;

/// <summary>How the writer of a table writes numbers. Declared by a person, never guessed: 1.234 is a thousand times more in one than in the other.</summary>
public enum NumberForm
{
    /// <summary>Decimal point, no thousands separators: 1234.5.</summary>
    Invariant,

    /// <summary>Decimal comma; points between groups of three are allowed: 1.234,5 or 1234,5.</summary>
    Vietnamese,
}
