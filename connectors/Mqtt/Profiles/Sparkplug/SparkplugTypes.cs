namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Data types of Sparkplug B whose wire form hides the sign: two's complement in an unsigned field.</summary>
internal static class SparkplugTypes
{
    public const uint Int8 = 1;
    public const uint Int16 = 2;
    public const uint Int32 = 3;
    public const uint Int64 = 4;
}
