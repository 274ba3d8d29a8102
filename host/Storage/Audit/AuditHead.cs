using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Audit;

/// <summary>
/// The last row of the audit log. A file of the data folder keeps it outside of the database, where whoever cuts the log
/// has to find it too; a copy on another machine is better still.
/// </summary>
/// <param name="No">0 for an empty log.</param>
/// <param name="Hash">64 hexadecimal digits, small letters.</param>
public sealed record AuditHead(long No, string Hash)
{
    private const string FileName = "audit.head";
    private const int HashDigits = 64;
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");
    private static readonly Lock Gate = new();

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, FileName);

    /// <returns>What the file keeps; null when there is none.</returns>
    /// <exception cref="FormatException">The file is not a head file.</exception>
    public static AuditHead? Read(string dataFolder)
    {
        string text;
        try
        {
            text = File.ReadAllText(PathIn(dataFolder));
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        return text.TrimEnd('\n').Split(' ') is [var no, { Length: HashDigits } hash] && !hash.AsSpan().ContainsAnyExcept(Hexadecimal)
            && long.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AuditHead(number, hash)
            : throw new FormatException($"{PathIn(dataFolder)} does not hold a row number and a hash.");
    }

    /// <summary>
    /// Brings the file up to the committed log: when the host starts, and after commits. It costs two flushes of the disk and
    /// nothing when there is no news.
    /// </summary>
    /// <param name="connection">A reading one: what is not committed yet may never be.</param>
    /// <returns>
    /// Null when all is well. Otherwise why the log is not the one that the file tells of; the file is left as a witness then,
    /// but a missing one is made anew.
    /// </returns>
    public static AuditProblem? Write(SqliteConnection connection, string dataFolder)
    {
        lock (Gate)
        {
            var kept = KeptFile.Read(dataFolder);
            var problem = kept.Against(connection);
            if (problem is null or { What: AuditDifference.FileMissing } && AuditTable.Head(connection) is { } newest && newest != kept.Head)
            {
                Save(newest, dataFolder);
            }

            return problem;
        }
    }

    /// <summary>
    /// Takes the log as it is for the true one, for use after a backup was restored and after a person has looked at what
    /// <see cref="AuditTable.Verify"/> says.
    /// </summary>
    public static void Renew(SqliteConnection connection, string dataFolder)
    {
        lock (Gate)
        {
            if (AuditTable.Head(connection) is { } newest)
            {
                Save(newest, dataFolder);
            }
        }
    }

    private static void Save(AuditHead head, string dataFolder)
    {
        var part = PathIn(dataFolder) + ".part";
        File.Delete(part);
        using var file = DurableFile.Create(part);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head.No} {head.Hash}\n")));
        DurableFile.MoveTo(file, PathIn(dataFolder));
    }
}
