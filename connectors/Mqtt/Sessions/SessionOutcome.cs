using EmulationPlatform.Connectors.Mqtt.Protocol;

namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>What a client that asks for a session gets.</summary>
internal abstract record SessionOutcome
{
    /// <param name="Present">The session existed and goes on [MQTT-3.2.2-3].</param>
    internal sealed record Granted(Session Session, bool Present) : SessionOutcome;

    internal sealed record Refused(ReasonCode Code, string Reason) : SessionOutcome;
}
