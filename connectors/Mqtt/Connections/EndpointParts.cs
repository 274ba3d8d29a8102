using EmulationPlatform.Connectors.Mqtt.Sessions;
using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>What all connections of one endpoint share.</summary>
internal sealed class EndpointParts
{
    public required MqttOptions Options { get; init; }

    public required IReadingSink Sink { get; init; }

    public required TimeProvider Clock { get; init; }

    public required MessageReader Reader { get; init; }

    public required SessionStore Sessions { get; init; }

    public required SignIn SignIn { get; init; }

    public required Figures Figures { get; init; }

    public required ILogger Logger { get; init; }

    public Instant Now => Instant.From(Clock.GetUtcNow());
}
