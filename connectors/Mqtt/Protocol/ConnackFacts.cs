namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>What a 5.0 CONNACK tells the client about this endpoint and its session.</summary>
internal sealed record ConnackFacts
{
    public required bool SessionPresent { get; init; }

    public required uint SessionExpirySeconds { get; init; }

    public required ushort ReceiveMaximum { get; init; }

    public required uint MaximumPacketBytes { get; init; }

    public required ushort TopicAliasMaximum { get; init; }

    /// <summary>Set when the client came without an identifier [MQTT-3.2.2-16].</summary>
    public required string? AssignedClientId { get; init; }
}
