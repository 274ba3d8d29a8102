using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>
/// Finds the same register heard on two topics: devices that both push and report would be counted twice, as each topic is a source of its own.
/// </summary>
internal sealed class RegisterTwins(Database database, SourceRegistry sources)
{
    /// <summary>The two topics are seldom heard at the same moment.</summary>
    private const int ReadingsCompared = 20;

    /// <summary>What a device puts behind its own name at most, such as events/rpc.</summary>
    private const int LevelsOfDevice = 2;

    private readonly ILookup<(string, string, string, SourceKind, FlowDirection, string?), SourceEntry> assigned =
        sources.All.Where(entry => entry.Assignments.Any(assignment => assignment.To is null)).OrderBy(entry => entry.No).ToLookup(KeyOf);

    /// <summary>An assigned source that seems to be the same register; null when there is none.</summary>
    public SourceEntry? Of(SourceEntry entry) => assigned[KeyOf(entry)]
        .FirstOrDefault(other => other != entry && IsOneDevice(other.Row.Topic, entry.Row.Topic) && ShowSame(other, entry));

    private static (string, string, string, SourceKind, FlowDirection, string?) KeyOf(SourceEntry entry) =>
        (entry.Row.Connector, entry.Row.Profile, entry.Row.Metric, entry.Row.Kind, entry.Row.Direction, entry.Row.Channel);

    private static bool IsOneDevice(string one, string other)
    {
        var (left, right) = (one.Split('/'), other.Split('/'));
        var shared = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return (shared > 0 && shared >= Math.Max(left.Length, right.Length) - LevelsOfDevice)
            || (left.Length > LevelsOfDevice && left[^1] != right[^1] && Inner(left).SequenceEqual(Inner(right)));
    }

    /// <summary>Some devices stand between two words of their maker's, such as tele/plug/SENSOR and stat/plug/STATUS10.</summary>
    private static IEnumerable<string> Inner(string[] levels) => levels.Skip(1).SkipLast(1);

    /// <summary>A register at 0 says nothing about which it is.</summary>
    private bool ShowSame(SourceEntry one, SourceEntry other)
    {
        var (left, right) = (Newest(one), Newest(other));
        return left.Count > 0 && right.Count > 0 && (Is(left[0], right) || Is(right[0], left));

        static bool Is(RegisterValue value, List<RegisterValue> among) => value > default(RegisterValue) && among.Contains(value);
    }

    private List<RegisterValue> Newest(SourceEntry entry) => database.Read(connection =>
        ReadingTable.Back(connection, entry.No, new Instant(long.MaxValue)).Take(ReadingsCompared).Select(reading => reading.Value).ToList());
}
