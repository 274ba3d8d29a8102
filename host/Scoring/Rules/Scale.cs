namespace EmulationPlatform.Scoring.Rules;

/// <summary>From a value to an attainment between 0 and 1. A closed family. Values may be below a scale's ends and beyond them.</summary>
public abstract record Scale
{
    private Scale()
    {
    }

    /// <summary>A straight line, either way up: 0 at one end, 1 at the other.</summary>
    public sealed record Linear(Course ZeroAt, Course FullAt) : Scale;

    /// <summary>A table: the last step that is reached; 0 below the first.</summary>
    public sealed record Steps(IReadOnlyList<Row> Rows) : Scale;

    /// <summary>Points for each event, beginning with some, within limits, out of a whole.</summary>
    /// <param name="Each">Below 0 for deductions; never 0.</param>
    /// <param name="OutOf">Points that make an attainment of 1; above 0.</param>
    public sealed record Events(decimal Start, decimal Each, decimal Least, decimal Most, decimal OutOf) : Scale;

    /// <param name="Over">The value must be above <paramref name="From"/>, not only reach it.</param>
    /// <param name="Gives">0 to 1.</param>
    public sealed record Row(Course From, bool Over, decimal Gives);
}
