namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>The metrics of one edge node and its devices, as their last birth messages named them.</summary>
internal sealed class SparkplugNode
{
    /// <summary>The specification sets no limit; larger installations split over edge nodes.</summary>
    private const int KeptMetrics = 5_000;

    private readonly Lock gate = new();
    private readonly Dictionary<ulong, SparkplugMetric> byAlias = [];
    private readonly Dictionary<string, SparkplugMetric> byName = [];

    /// <summary>A birth of the node itself makes all aliases before it void.</summary>
    public void Forget()
    {
        lock (gate)
        {
            byAlias.Clear();
            byName.Clear();
        }
    }

    public void Learn(string device, ulong? alias, SparkplugMetric metric)
    {
        lock (gate)
        {
            if (byAlias.Count + byName.Count >= KeptMetrics)
            {
                return;
            }

            byName[$"{device}\n{metric.Name}"] = metric;
            if (alias is { } number)
            {
                byAlias[number] = metric;
            }
        }
    }

    public SparkplugMetric? Find(string device, ulong? alias, string? name)
    {
        lock (gate)
        {
            return name is { Length: > 0 }
                ? byName.GetValueOrDefault($"{device}\n{name}")
                : alias is { } number ? byAlias.GetValueOrDefault(number) : null;
        }
    }
}
