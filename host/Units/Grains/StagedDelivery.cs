using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Grains;

/// <summary>
/// The readings of a message that go to several units, ahead of the connector's state. The state may never be on disk
/// without the readings: a QoS 2 packet identifier that survived alone would make the device's repetition look like a copy.
/// </summary>
internal sealed class StagedDelivery : Delivery
{
    private readonly Delivery whole;
    private readonly Action<Delivery> goOn;

    public StagedDelivery(Delivery whole, Action<Delivery> goOn)
    {
        this.whole = whole;
        this.goOn = goOn;
    }

    protected override void Settled(bool committed)
    {
        if (committed)
        {
            goOn(whole);
        }
        else
        {
            whole.Complete(committed: false);
        }
    }
}
