namespace EmulationPlatform.Connectors.Mqtt.Profiles;

internal enum NumberResult
{
    Number,
    NotANumber,
    OutOfRange,
}
