namespace EmulationPlatform.Connectors.Mqtt.Profiles;

internal enum NodeKind : byte
{
    Null,
    Object,
    Array,
    Text,
    Number,
    True,
    False,
}
