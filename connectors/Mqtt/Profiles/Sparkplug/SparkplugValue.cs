namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>One metric of a Sparkplug B payload, as it is on the wire.</summary>
internal sealed class SparkplugValue
{
    public string? Name { get; set; }

    public ulong? Alias { get; set; }

    public ulong? Timestamp { get; set; }

    public uint DataType { get; set; }

    public bool IsNull { get; set; }

    public string? Unit { get; set; }

    /// <summary>long, ulong, float, double, bool or string; null when it is none of these.</summary>
    public object? Value { get; set; }
}
