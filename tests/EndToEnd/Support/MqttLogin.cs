namespace EmulationPlatform.EndToEnd.Support;

/// <summary>How a device signs in.</summary>
/// <param name="Version">4 is MQTT 3.1.1, 5 is MQTT 5.0.</param>
/// <param name="LastingSession">The endpoint keeps the session for an hour after the connection ends.</param>
internal sealed record MqttLogin(string? User = null, string? Password = null, int Version = 5, string ClientId = "test-meter", bool LastingSession = false);
