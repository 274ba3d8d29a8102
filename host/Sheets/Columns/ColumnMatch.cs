namespace EmulationPlatform.Sheets;

/// <summary>Where the known columns are in one file.</summary>
public sealed class ColumnMatch
{
    private readonly IReadOnlyList<string> headers;
    private readonly HashSet<string> required;
    private readonly HashSet<string> known;
    private readonly IReadOnlyDictionary<string, int> places;

    internal ColumnMatch(IReadOnlyList<string> headers, IReadOnlyList<KnownColumn> columns, IReadOnlyDictionary<string, int> places)
    {
        this.headers = headers;
        this.places = places;
        known = [.. columns.Select(column => column.Name)];
        required = [.. columns.Where(column => column.IsRequired).Select(column => column.Name)];
    }

    /// <summary>Whether the file has this (optional) column.</summary>
    public bool Has(string column) => places.ContainsKey(Known(column));

    /// <summary>The values of one row; what is wrong with them goes into <paramref name="report"/>.</summary>
    public RowValues Of(TableRow row, ImportReport report) => new(this, row, report);

    internal int? PlaceOf(string column) => places.TryGetValue(Known(column), out var place) ? place : null;

    internal bool IsRequired(string column) => required.Contains(column);

    internal string HeaderOf(string column) => PlaceOf(column) is { } place ? headers[place] : column;

    private string Known(string column) =>
        known.Contains(column) ? column : throw new ArgumentException($"Column {column} is not in the map.", nameof(column));
}
