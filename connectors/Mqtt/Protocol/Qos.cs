namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>Quality of service of a PUBLISH.</summary>
internal enum Qos
{
    AtMostOnce = 0,
    AtLeastOnce = 1,
    ExactlyOnce = 2,
}
