using EmulationPlatform.Storage.Evidence;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Storage.Tables;

/// <summary>Hashes of evidence in one column, so that they are fixed together with their row.</summary>
internal static class HashList
{
    private const char Separator = ';';

    /// <exception cref="InvalidOperationException">One of them is not known.</exception>
    public static string Text(SqliteConnection connection, IReadOnlyList<string> hashes)
    {
        foreach (var hash in hashes)
        {
            if (EvidenceTable.Find(connection, hash) is null)
            {
                throw new InvalidOperationException($"There is no evidence {hash}; add the file first.");
            }
        }

        return string.Join(Separator, hashes);
    }

    public static IReadOnlyList<string> Parse(string text) => text.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
