namespace EmulationPlatform.Sheets;

/// <summary>One row as it stands in the file, cut or filled up to the width of the header.</summary>
public sealed class TableRow
{
    private readonly CellKind[]? kinds;

    internal TableRow(long number, string[] cells, CellKind[]? kinds = null)
    {
        Number = number;
        Cells = cells;
        this.kinds = kinds;
    }

    /// <summary>Line of the CSV (the first one, if quotes span several) or row of the worksheet; 1 is the first.</summary>
    public long Number { get; }

    public IReadOnlyList<string> Cells { get; }

    public CellKind KindOf(int cell) => kinds is null ? CellKind.Text : kinds[cell];

    internal bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    internal TableRow Resized(int width)
    {
        if (Cells.Count == width)
        {
            return this;
        }

        var cells = new string[width];
        Array.Fill(cells, string.Empty);
        var kept = Math.Min(width, Cells.Count);
        for (var at = 0; at < kept; at++)
        {
            cells[at] = Cells[at];
        }

        var resized = kinds is null ? null : new CellKind[width];
        kinds?.AsSpan(0, kept).CopyTo(resized);
        return new TableRow(Number, cells, resized);
    }
}
