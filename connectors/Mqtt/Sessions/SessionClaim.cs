namespace EmulationPlatform.Connectors.Mqtt.Sessions;

/// <summary>A connection's hold on its session.</summary>
/// <param name="takeOver">Tells the connection that another one with the same client identifier wants the session.</param>
internal sealed class SessionClaim(Action takeOver)
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when nothing of this connection is on its way to the disk any more and the session is free.</summary>
    public Task Ended => ended.Task;

    public void TakeOver() => takeOver();

    public void End() => ended.TrySetResult();
}
