using System.Diagnostics;

namespace EmulationPlatform.Load.Limits;

/// <summary>Limit 1: how many rows per second this machine's disk and SQLite take in a loop that does nothing else.</summary>
internal static class InsertLoop
{
    private const int Sources = 50;
    private const int ClockCheckEvery = 100;

    private static readonly int[] RowsPerTransaction = [1, 10, 100, 1_000, 10_000];

    /// <param name="each">Time spent on each transaction size.</param>
    public static IReadOnlyList<InsertFigure> Measure(ReadingTable table, string folder, TimeSpan each, TimeProvider clock)
    {
        var path = Path.Combine(folder, "insert-loop.db");
        table.Create(path);
        using var writer = new ReadingWriter(path);
        var start = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var written = 0L;
        return [.. RowsPerTransaction.Select(rows => new InsertFigure(rows, RowsPerSecond(rows)))];

        double RowsPerSecond(int rows)
        {
            var before = written;
            var began = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(began) < each)
            {
                for (var transaction = 0; transaction < Math.Max(1, ClockCheckEvery / rows); transaction++)
                {
                    written = Transaction(writer, rows, written, start);
                }
            }

            return (written - before) / Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
    }

    private static long Transaction(ReadingWriter writer, int rows, long written, long start)
    {
        writer.Begin();
        for (var row = 0; row < rows; row++, written++)
        {
            var step = written / Sources;
            writer.Add(new((int)(written % Sources) + 1, start + step, step * 7_000_000), start);
        }

        writer.Commit();
        return written;
    }
}
