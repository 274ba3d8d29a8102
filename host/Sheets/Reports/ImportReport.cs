using System.Globalization;

namespace EmulationPlatform.Sheets;

/// <summary>What happened to one table, row by row. Bounded: a file with a million faults does not fill the memory.</summary>
public sealed class ImportReport
{
    /// <summary>So many problems are kept with their text; the others are counted.</summary>
    public const int MostKept = 1_000;

    private readonly List<TableProblem> problems = [];

    /// <summary>Rows under the header that have content, also faulty ones.</summary>
    public long RowsRead { get; private set; }

    public long ProblemCount { get; private set; }

    /// <summary>The first <see cref="MostKept"/> problems, in the order found.</summary>
    public IReadOnlyList<TableProblem> Problems => problems;

    /// <summary>An import is all or nothing: take the rows only if this is true after the last one.</summary>
    public bool IsClean => ProblemCount == 0;

    public void Add(TableProblem problem)
    {
        ProblemCount++;
        if (problems.Count < MostKept)
        {
            problems.Add(problem);
        }
    }

    /// <summary>A summary line, then one line per kept problem, then how many more there are.</summary>
    public string ToText()
    {
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{RowsRead} rows read, {ProblemCount} problems.") };
        lines.AddRange(problems.Select(problem => problem.ToString()));
        if (ProblemCount > problems.Count)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"… and {ProblemCount - problems.Count} more problems."));
        }

        return string.Join('\n', lines);
    }

    internal void CountRow() => RowsRead++;
}
