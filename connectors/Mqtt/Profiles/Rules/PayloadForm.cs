namespace EmulationPlatform.Connectors.Mqtt.Profiles;

internal enum PayloadForm
{
    Json,

    /// <summary>The whole payload is one value, <c>$</c>.</summary>
    Text,

    /// <summary>Sparkplug B, shown to the rule as JSON.</summary>
    SparkplugB,
}
