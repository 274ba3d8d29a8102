using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Registry;

/// <summary>
/// Which register of a device counts all of it, so that its channels count parts: the one without a channel, or the one a profile calls total.
/// </summary>
internal sealed class DeviceTotals
{
    private const string Total = "total";

    /// <summary>What meters that name a total in the topic put before the name of the quantity.</summary>
    private const string TotalMark = "Tot";

    private readonly Dictionary<(string, string, string, FlowDirection, SourceKind), SourceEntry> byTopic;
    private readonly ILookup<(string, string, string, FlowDirection, SourceKind), SourceEntry> byFolder;

    public DeviceTotals(IReadOnlyCollection<SourceEntry> sources)
    {
        byTopic = sources.Where(entry => entry.Row.Channel is null or Total)
            .GroupBy(entry => KeyOf(entry, entry.Row.Topic))
            .ToDictionary(group => group.Key, group => group.OrderBy(entry => entry.Row.Channel is not null).ThenBy(entry => entry.No).First());
        byFolder = sources.Where(entry => entry.Row.Channel == Total).OrderBy(entry => entry.No).ToLookup(entry => KeyOf(entry, FolderOf(entry.Row.Topic)));
    }

    /// <returns>Null for a total and for a channel of which no total is known.</returns>
    public SourceEntry? Of(SourceEntry entry)
    {
        if (entry.Row.Channel is null)
        {
            return null;
        }

        var beside = byTopic.GetValueOrDefault(KeyOf(entry, entry.Row.Topic));
        return beside is not null && beside != entry ? beside : entry.Row.Channel == Total ? null : Above(entry);
    }

    /// <summary>A meter that has a topic for each register: the phases' topics go on where the total's ends.</summary>
    private SourceEntry? Above(SourceEntry entry)
    {
        var folder = FolderOf(entry.Row.Topic);
        return byFolder[KeyOf(entry, folder)].Concat(byFolder[KeyOf(entry, FolderOf(folder))])
            .FirstOrDefault(total => total.Row.Profile == entry.Row.Profile && GoesOn(entry.Row.Topic, total.Row.Topic));
    }

    private static bool GoesOn(string topic, string total)
    {
        var (part, whole) = (WithoutMark(topic), WithoutMark(total));

        // A digit more is another device: "meter1" and "meter10".
        return part.Length > whole.Length && part.StartsWith(whole, StringComparison.Ordinal) && !char.IsDigit(part[whole.Length]);
    }

    private static string WithoutMark(string topic)
    {
        var (folder, name) = (FolderOf(topic), topic[FolderOf(topic).Length..].TrimStart('/'));
        return folder + "/" + (name.StartsWith(TotalMark, StringComparison.Ordinal) ? name[TotalMark.Length..] : name);
    }

    private static string FolderOf(string topic) => topic.LastIndexOf('/') is var end and >= 0 ? topic[..end] : "";

    private static (string, string, string, FlowDirection, SourceKind) KeyOf(SourceEntry entry, string address) =>
        (entry.Row.Connector, address, entry.Row.Metric, entry.Row.Direction, entry.Row.Kind);
}
