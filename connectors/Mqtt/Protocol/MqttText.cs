using System.Text.Unicode;

namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>Rules for UTF-8 strings in packets.</summary>
internal static class MqttText
{
    /// <summary>
    /// Well-formed UTF-8 without surrogates [MQTT-1.5.4-1] and without U+0000 [MQTT-1.5.4-2]. A byte order mark stays part
    /// of the text [MQTT-1.5.4-3].
    /// </summary>
    public static bool IsValid(ReadOnlySpan<byte> utf8) => Utf8.IsValid(utf8) && !utf8.Contains((byte)0);
}
