namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <param name="ExpirySeconds">0 ends the session with its connection.</param>
internal readonly record struct SessionRequest(string ClientId, bool CleanStart, uint ExpirySeconds);
