namespace EmulationPlatform.Sdk;

/// <summary>
/// Brings readings in. One public class with a constructor without arguments per connector assembly. An exception in it
/// stops this connector, never the host.
/// </summary>
public interface IConnector
{
    /// <summary>Lower case, for example <c>mqtt</c>.</summary>
    string Id { get; }

    LocalizedText Name { get; }

    /// <summary>Runs until cancelled. Returns or throws when it cannot go on.</summary>
    Task RunAsync(ConnectorContext context, CancellationToken cancellationToken);

    ConnectorHealth Health { get; }

    /// <summary>Reads one message without storing anything: for the test page and for replay. Callable while running.</summary>
    Interpretation Interpret(RawMessage message);
}
