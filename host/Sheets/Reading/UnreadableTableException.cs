namespace EmulationPlatform.Sheets;

/// <summary>Ends the reading of a table; never leaves <see cref="TableReader"/>, which reports its problem.</summary>
internal sealed class UnreadableTableException(TableProblem problem) : Exception(problem.What)
{
    public UnreadableTableException(string what, string whatToDo, long? row = null)
        : this(new TableProblem(row, Column: null, what, whatToDo))
    {
    }

    public TableProblem Problem { get; } = problem;
}
