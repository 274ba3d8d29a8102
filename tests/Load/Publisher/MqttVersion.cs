namespace EmulationPlatform.Load.Publisher;

/// <summary>Protocol level byte of CONNECT (MQTT 3.1.1 §3.1.2.2, MQTT 5.0 §3.1.2.2).</summary>
internal enum MqttVersion : byte
{
    V311 = 4,
    V5 = 5,
}
