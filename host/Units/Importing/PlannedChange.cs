using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Importing;

/// <summary>What one row of a file changes; written together with all others or not at all.</summary>
/// <param name="Subject">As the audit log names it.</param>
/// <param name="Before">Null when it is new.</param>
internal sealed record PlannedChange(string Subject, object? Before, object After, Action<SqliteConnection> Write)
{
    /// <summary>Why; null when the file alone is the reason.</summary>
    public string? Reason { get; init; }
}
