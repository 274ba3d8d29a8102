namespace EmulationPlatform.Load.Publisher;

/// <summary>How many new messages a session may send now: none, as many as its window holds, or one per grant.</summary>
internal sealed class Allowance
{
    private readonly Queue<long>? grants;
    private readonly bool isFree;

    private Allowance(bool isFree, Queue<long>? grants)
    {
        this.isFree = isFree;
        this.grants = grants;
    }

    public static Allowance None { get; } = new(isFree: false, grants: null);

    public static Allowance Free { get; } = new(isFree: true, grants: null);

    public static Allowance PerGrant() => new(isFree: false, new Queue<long>());

    public bool HasMore => isFree || grants is { Count: > 0 };

    /// <param name="now">Stopwatch ticks.</param>
    public void Grant(long now) => grants?.Enqueue(now);

    /// <returns>Since when the message could have been sent, in stopwatch ticks: waiting for the window counts as latency.</returns>
    public long Take(long now) => isFree ? now : grants!.Dequeue();
}
