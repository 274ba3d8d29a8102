using EmulationPlatform.Metering;

namespace EmulationPlatform.Units.Tests.Ledger;

/// <summary>The events that hold after some acts of people.</summary>
internal sealed class EventBook
{
    private readonly List<SourceEvent> entered = [];
    private readonly HashSet<long> undone = [];

    public EventTimeline Timeline => new(entered.Where(known => !undone.Contains(known.No)));

    public void Take(Said said)
    {
        if (said.Event is { } known)
        {
            entered.Add(known with { No = entered.Count + 1 });
        }
        else if (said.Undone < entered.Count)
        {
            undone.Add(entered[said.Undone].No);
        }
    }
}
