namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>What one connection may have under way before it is no longer read.</summary>
/// <param name="InFlight">Acknowledgements in line.</param>
/// <param name="HeldBytes">Payloads and objects of messages that are not yet on disk.</param>
internal sealed record ResponseLimits(int InFlight, long HeldBytes, Figures Figures);
