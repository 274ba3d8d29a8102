using EmulationPlatform.Sheets;

namespace EmulationPlatform.Units.Importing;

/// <summary>What the person who imports a file says about it.</summary>
/// <param name="File">Full path on this machine; .csv, .txt, .tsv or .xlsx.</param>
/// <param name="Author">Who imports.</param>
public sealed record ImportOptions(string File, string Author)
{
    /// <summary>Null: the header decides.</summary>
    public ImportKind? Kind { get; init; }

    /// <summary>Id of the source whose readings the file holds, when it has no column for it.</summary>
    public string? Source { get; init; }

    /// <summary>Null: numbers with a point or comma are refused rather than guessed.</summary>
    public NumberForm? Numbers { get; init; }

    /// <summary>How times and dates are written.</summary>
    public TimeForm Times { get; init; } = TimeForm.IsoWithOffset;

    /// <summary>Why what was already counted changes, for rows of meters that do not say it themselves; null: they must.</summary>
    public string? Reason { get; init; }

    /// <summary>Name of a worksheet; null: the first.</summary>
    public string? Worksheet { get; init; }
}
