using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EmulationPlatform.Units.Verifying;

/// <summary>Differences found so far: the first ones with their words, all of them counted.</summary>
internal sealed class DifferenceList
{
    private readonly List<string> listed = [];

    public IReadOnlyList<string> Listed => listed;

    public long Count { get; private set; }

    /// <summary>Something that cannot even be read is a difference itself, and the other looks go on.</summary>
    /// <param name="at">What is looked at, as the sentence begins.</param>
    public void Look(string at, Action look)
    {
        try
        {
            look();
        }
        catch (Exception e) when (e is SqliteException or FormatException or ArgumentException or OverflowException or InvalidOperationException or InvalidCastException
            or KeyNotFoundException or JsonException)
        {
            Add($"{at} cannot be checked: {e.Message.TrimEnd('.')}.");
        }
    }

    public void Add(string sentence)
    {
        Count++;
        if (listed.Count < VerifyResult.MostListed)
        {
            listed.Add(sentence);
        }
    }
}
