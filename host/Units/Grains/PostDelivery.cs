using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Grains;

/// <summary>Readings whose sender waits for the commit and wants to know the fate of each.</summary>
internal sealed class PostDelivery : Delivery
{
    private readonly TaskCompletionSource<bool> settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ReadingFate[] fates;

    public PostDelivery(int count) => fates = new ReadingFate[count];

    /// <summary>One per observation; valid after <see cref="Committed"/>.</summary>
    public IReadOnlyList<ReadingFate> Fates => fates;

    public Task<bool> Committed => settled.Task;

    public void Tell(int index, ReadingFate fate) => fates[index] = fate;

    protected override void Settled(bool committed) => settled.TrySetResult(committed);
}
