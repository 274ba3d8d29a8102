namespace EmulationPlatform.Sheets;

/// <summary>A table for people.</summary>
/// <param name="Name">Name of the worksheet; what Excel does not allow in one is replaced.</param>
/// <param name="Rows">Each as wide as <paramref name="Columns"/>; enumerated once, never held.</param>
public sealed record Table(string Name, IReadOnlyList<TableColumn> Columns, IEnumerable<IReadOnlyList<CellValue>> Rows);
