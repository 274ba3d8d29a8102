namespace EmulationPlatform.Load.Publisher;

/// <summary>The server answered CONNECT with something else than success.</summary>
internal sealed class MqttRefusedException(string message) : Exception(message);
