namespace EmulationPlatform.Sdk;

/// <summary>Durable state of one connector, written through <see cref="Delivery.State"/>.</summary>
public interface IConnectorState
{
    /// <summary>All entries whose key starts with <paramref name="prefix"/>.</summary>
    ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> LoadAsync(string prefix, CancellationToken cancellationToken);
}
