using EmulationPlatform.Sdk;

namespace EmulationPlatform.Storage.Tests;

/// <summary>Remembers what it was told.</summary>
internal sealed class HeardDelivery : Delivery
{
    public List<bool> Told { get; } = [];

    protected override void Settled(bool committed) => Told.Add(committed);
}
