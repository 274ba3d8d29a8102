using EmulationPlatform.Sdk;

namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>Changes of session state that no message carries.</summary>
internal sealed class StateDelivery : Delivery
{
    private readonly TaskCompletionSource<bool> settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True when the changes are on disk.</summary>
    public Task<bool> Committed => settled.Task;

    protected override void Settled(bool committed) => settled.TrySetResult(committed);
}
