namespace EmulationPlatform.Storage.Sqlite;

/// <summary>Something wrong with the database itself, whatever its content means.</summary>
public abstract record DatabaseProblem
{
    private DatabaseProblem()
    {
    }

    public abstract string Sentence { get; }

    /// <summary>The file's structure or a rule of a table is broken.</summary>
    /// <param name="Finding">As SQLite says it.</param>
    public sealed record Damaged(string Finding) : DatabaseProblem
    {
        public override string Sentence => $"The database file is damaged: {Finding}.";
    }

    /// <summary>A damage that keeps a table from being read to its end.</summary>
    /// <param name="Rows">Rows that could be read before it.</param>
    public sealed record Unreadable(string Table, long Rows, string Finding) : DatabaseProblem
    {
        public override string Sentence => $"Table {Table} cannot be read beyond its first {Rows} rows: {Finding}.";
    }

    /// <param name="Row">The row's key, as <c>source = 3, at = 1790000000000</c>.</param>
    /// <param name="Parent">The table that should have what the row refers to.</param>
    /// <param name="Reference">What the row refers to, as <c>source = 3</c>.</param>
    public sealed record ParentMissing(string Table, string Row, string Parent, string Reference) : DatabaseProblem
    {
        public override string Sentence => $"In table {Table}, the row with {Row} refers to {Reference}, which table {Parent} does not have.";
    }

    /// <summary>There are more of a kind than are listed one by one.</summary>
    public sealed record More(string Table, string Parent, int Listed) : DatabaseProblem
    {
        public override string Sentence => $"More than {Listed} rows of table {Table} refer to what table {Parent} does not have; the first are listed.";
    }

    /// <summary>A table, index or guard (trigger) was dropped, altered or added by another hand.</summary>
    /// <param name="Part">Its kind and name, as <c>trigger audit_no_delete</c>.</param>
    public sealed record SchemaDiffers(string Part) : DatabaseProblem
    {
        public override string Sentence => $"The {Part} is not as this program made it: another program changed the database.";
    }
}
