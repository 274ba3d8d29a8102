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

    // Half of the processors send; the others read, store and score.
    private readonly WriteTurns[] turns = [.. Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(_ => new WriteTurns())];
    private int lastTurns;

    public Instant Now => Instant.From(Clock.GetUtcNow());

    /// <summary>The turns that one more connection takes part in.</summary>
    public WriteTurns Turns() => turns[(uint)Interlocked.Increment(ref lastTurns) % turns.Length];
}
