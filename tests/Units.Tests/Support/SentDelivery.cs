using EmulationPlatform.Sdk;

namespace EmulationPlatform.Units.Tests.Support;

/// <summary>A delivery whose sender waits to hear that it is durable.</summary>
internal sealed class SentDelivery : Delivery
{
    private readonly TaskCompletionSource<bool> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int times;

    /// <summary>How often it was settled; anything but 1 in the end is a fault.</summary>
    public int Times => Volatile.Read(ref times);

    public Task<bool> Done => done.Task;

    protected override void Settled(bool committed)
    {
        Interlocked.Increment(ref times);
        done.TrySetResult(committed);
    }
}
