using EmulationPlatform.Sdk;
using Microsoft.Extensions.Logging;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

internal sealed class WillDelivery(string topic, ILogger logger) : Delivery
{
    protected override void Settled(bool committed)
    {
        if (!committed)
        {
            logger.WillNotStored(topic, "the commit failed");
        }
    }
}
