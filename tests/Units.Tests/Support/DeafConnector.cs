using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Tests.Support;

/// <summary>A connector that knows no topic until it is told to.</summary>
internal sealed class DeafConnector : IConnector
{
    public bool Hears { get; set; }

    public string Id => "test";

    public LocalizedText Name { get; } = new("Thử", "Test");

    public ConnectorHealth Health => throw new NotSupportedException();

    public Task RunAsync(ConnectorContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    public Interpretation Interpret(RawMessage message) => Hears ? new Interpretation(true, "plain", [], []) : Interpretation.NotUnderstood;
}
