using System.Globalization;
using System.Text;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Tests.Support;

/// <summary>A connector whose profile is put right while it runs.</summary>
internal sealed class LearningConnector : IConnector
{
    public bool HasLearned { get; set; }

    public string Id => "test";

    public LocalizedText Name { get; } = new("Thử", "Test");

    public ConnectorHealth Health => throw new NotSupportedException();

    public Task RunAsync(ConnectorContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    public Interpretation Interpret(RawMessage message) => HasLearned
        ? new Interpretation(
            true, "plain", [TestAgency.Shows(message.Topic, message.ReceivedAt, decimal.Parse(Encoding.UTF8.GetString(message.Payload.Span), CultureInfo.InvariantCulture))], [])
        : new Interpretation(true, "plain", [], [new RejectedPart("notANumber", "still not")]);
}
