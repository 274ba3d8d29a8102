using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Grains;

/// <summary>Readings whose sender waits for the commit and wants to know the fate of each.</summary>
internal sealed class PostDelivery : Delivery
{
    private readonly TaskCompletionSource<bool> settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ReadingFate?[] fates;
    private readonly string?[] reasons;

    public PostDelivery(int count)
    {
        fates = new ReadingFate?[count];
        reasons = new string?[count];
    }

    /// <summary>It lies in quarantine already: what is refused again is not put there a second time.</summary>
    public bool IsReplay { get; init; }

    /// <summary>One per observation; valid after <see cref="Committed"/>.</summary>
    public IReadOnlyList<ReadingFate> Fates => Array.ConvertAll(fates, fate => fate!.Value);

    public Task<bool> Committed => settled.Task;

    /// <summary>The first word counts: a reading is offered again when another one of its delivery has to be sent on.</summary>
    public void Tell(int index, ReadingFate fate) => fates[index] ??= fate;

    public void Refuse(int index, string reason)
    {
        reasons[index] = reason;
        Tell(index, ReadingFate.Quarantined);
    }

    /// <returns>Null when it was not quarantined.</returns>
    public string? ReasonOf(int index) => reasons[index];

    protected override void Settled(bool committed) => settled.TrySetResult(committed);
}
