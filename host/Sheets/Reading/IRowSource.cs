namespace EmulationPlatform.Sheets;

/// <summary>Rows of one format, header included. Reports faults of single rows and throws <see cref="UnreadableTableException"/> for the rest.</summary>
internal interface IRowSource : IDisposable
{
    /// <returns><see langword="null"/> after the last row.</returns>
    TableRow? Next();
}
