using EmulationPlatform.Connectors.Mqtt.Connections;
using EmulationPlatform.Connectors.Mqtt.Sessions;
using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt;

/// <summary>Takes what devices publish over MQTT 3.1.1 and 5.0, and acknowledges it when it is on disk.</summary>
public sealed class MqttConnector : IConnector
{
    internal const string ConnectorId = "mqtt";

    private readonly Func<ConnectorContext, Interpreter> makeInterpreter;
    private volatile Endpoint? endpoint;
    private volatile ProfileInterpreter? profiles;
    private volatile string detail = "not started";

    public MqttConnector()
        : this(ProfileInterpreter.Make)
    {
    }

    internal MqttConnector(Func<ConnectorContext, Interpreter> makeInterpreter) => this.makeInterpreter = makeInterpreter;

    public string Id => ConnectorId;

    public LocalizedText Name { get; } = new("MQTT", "MQTT");

    public ConnectorHealth Health => endpoint is { } running
        ? new ConnectorHealth(Ready: true, $"listening at {running.Address}{ProfileProblems()}", running.Figures())
        : new ConnectorHealth(Ready: false, detail, new Dictionary<string, long>());

    public async Task RunAsync(ConnectorContext context, CancellationToken cancellationToken)
    {
        var interpreter = makeInterpreter(context);

        // An interpreter that watches files stops doing so with this run.
        using var watching = interpreter.Target as IDisposable;
        using var starting = new Endpoint(context, MqttOptions.From(context.Settings), interpreter);
        try
        {
            await starting.StartAsync(context.State, cancellationToken);
            profiles = interpreter.Target as ProfileInterpreter;
            endpoint = starting;
            await starting.RunAsync(cancellationToken);
            detail = "stopped";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            detail = e.Message;
            throw;
        }
        finally
        {
            endpoint = null;
        }
    }

    private string ProfileProblems() =>
        profiles is { Problems: { Count: > 0 } problems } ? $"; mistakes in profiles, last good versions in force: {string.Join(" | ", problems)}" : "";

    public Interpretation Interpret(RawMessage message) =>
        endpoint is { } running ? running.Interpret(message) : Interpretation.NotUnderstood;
}
