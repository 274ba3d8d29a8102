using EmulationPlatform.Connectors.Mqtt.Sessions;
using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>Wills take the same way as any message (MQTT 5.0, section 3.1.2.5), but for the acknowledgement.</summary>
internal sealed class WillPublisher(IReadingSink sink, MessageReader reader, TimeProvider clock, ILogger logger)
{
    /// <summary>Does not throw: whoever left the will is gone, so that the log is told.</summary>
    public async ValueTask PublishAsync(WillMessage will)
    {
        var now = Instant.From(clock.GetUtcNow());
        var interpretation = reader.Read(will.Topic, will.Payload, now);
        if (MessageReader.IsEmpty(interpretation))
        {
            return;
        }

        var delivery = new WillDelivery(will.Topic, logger)
        {
            ReceivedAt = now,
            Observations = interpretation.Observations,
            Rejected = interpretation.Rejected,
            Raw = MessageReader.RawOf(interpretation, will.Topic, will.Payload, now),
            NotUnderstood = !interpretation.Matched,
        };
        try
        {
            await sink.SubmitAsync(delivery, CancellationToken.None);
        }
        catch (SinkClosedException e)
        {
            logger.WillNotStored(will.Topic, e.Message);
        }
    }
}
