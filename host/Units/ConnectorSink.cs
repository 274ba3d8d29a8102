using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Grains;

namespace EmulationPlatform.Units;

/// <summary>One connector's way into the agency.</summary>
internal sealed class ConnectorSink(Agency agency, AgencySetup setup, Origin origin) : IReadingSink, IConnectorState
{
    public bool IsOpen => agency.IsOpen;

    public ValueTask SubmitAsync(Delivery delivery, CancellationToken cancellationToken) => agency.SubmitAsync(delivery, origin, cancellationToken);

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> LoadAsync(string prefix, CancellationToken cancellationToken) =>
        ValueTask.FromResult(setup.Database.Read(connection => ConnectorStateTable.Load(connection, origin.Name, prefix)));
}
