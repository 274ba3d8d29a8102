using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Units.Grains;

/// <summary>
/// Topics that nothing understands, as far as each is kept by name. A publisher with ever new topics would fill the disk with
/// them; what goes beyond the limit is still counted, under one name.
/// </summary>
internal sealed class UnmatchedTopics(Database database)
{
    public const int MostTopics = 10_000;
    public const string Others = "(other topics)";

    private readonly HashSet<string> known = [.. database.Read(QuarantineTable.UnmatchedNames)];

    /// <summary>The name to count under. Called by the reader of the unassigned only.</summary>
    public string NameFor(string topic) => known.Contains(topic) || (known.Count < MostTopics && known.Add(topic)) ? topic : Others;
}
