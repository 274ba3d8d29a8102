namespace EmulationPlatform.Sheets;

/// <summary>Finds known columns behind the headers that people write.</summary>
public sealed class ColumnMap
{
    private readonly IReadOnlyList<KnownColumn> columns;
    private readonly Dictionary<string, KnownColumn> byHeader = [];

    /// <exception cref="ArgumentException">Two columns share a header.</exception>
    public ColumnMap(params IReadOnlyList<KnownColumn> columns)
    {
        this.columns = columns;
        foreach (var column in columns)
        {
            foreach (var header in column.Aliases.Prepend(column.Name).Select(Folded.Of).Distinct())
            {
                byHeader.Add(header, column);
            }
        }
    }

    /// <returns>Where the columns are; <see langword="null"/> after any problem (unknown, doubled, missing, nameless), all of which are reported.</returns>
    public ColumnMatch? Match(IReadOnlyList<string> headers, ImportReport report)
    {
        var before = report.ProblemCount;
        var places = new Dictionary<string, int>();
        for (var at = 0; at < headers.Count; at++)
        {
            if (!byHeader.TryGetValue(Folded.Of(headers[at]), out var column))
            {
                report.Add(Unknown(headers[at], at));
            }
            else if (!places.TryAdd(column.Name, at))
            {
                report.Add(new TableProblem(Row: null, headers[at], $"It means the same as column {Quoted.Text(headers[places[column.Name]])}.", "Keep one of them."));
            }
        }

        foreach (var missing in columns.Where(column => column.IsRequired && !places.ContainsKey(column.Name)))
        {
            report.Add(new TableProblem(Row: null, missing.Name, "This column is missing.", $"Add it; its header may be {Choices(missing)}."));
        }

        return report.ProblemCount == before ? new ColumnMatch(headers, columns, places) : null;
    }

    private static string Choices(KnownColumn column) => string.Join(" or ", column.Aliases.Prepend(column.Name).Select(Quoted.Text));

    private TableProblem Unknown(string header, int at)
    {
        var folded = Folded.Of(header);
        if (folded.Length == 0)
        {
            var place = (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new TableProblem(Row: null, Column: null, $"The {place}. column has no header.", "Give it one, or remove the column.");
        }

        // A header of a whole paragraph is nobody's typing slip, and comparing it would take long.
        var nearest = folded.Length > 100 ? null : byHeader.Keys.MinBy(known => EditDistance.Between(folded, known));
        return new TableProblem(Row: null, header, "No such column is known.", nearest is null
            ? "Remove it."
            : $"Did you mean {Quoted.Text(byHeader[nearest].Name)}? Known are {string.Join(", ", columns.Select(column => column.Name))}.");
    }
}
