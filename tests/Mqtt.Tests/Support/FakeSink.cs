using EmulationPlatform.Sdk;

namespace EmulationPlatform.Mqtt.Tests.Support;

/// <summary>A sink that commits at once, or when the test says so, and keeps connector state across connectors.</summary>
internal sealed class FakeSink : IReadingSink, IConnectorState
{
    private readonly Lock gate = new();
    private readonly List<Delivery> committed = [];
    private readonly List<Delivery> waiting = [];
    private readonly SortedDictionary<string, byte[]> state = new(StringComparer.Ordinal);
    private volatile bool holds;
    private volatile bool open = true;

    public bool IsOpen => open;

    public IReadOnlyList<Delivery> Committed
    {
        get
        {
            lock (gate)
            {
                return [.. committed];
            }
        }
    }

    public IReadOnlyList<Delivery> Waiting
    {
        get
        {
            lock (gate)
            {
                return [.. waiting];
            }
        }
    }

    public IReadOnlyList<string> StateKeys
    {
        get
        {
            lock (gate)
            {
                return [.. state.Keys];
            }
        }
    }

    public IReadOnlyList<decimal> Values => [.. Committed.SelectMany(delivery => delivery.Observations).Select(seen => seen.Value.ToDecimal())];

    public void Hold() => holds = true;

    public void Close() => open = false;

    public void CommitWaiting()
    {
        holds = false;
        Settle(Take(int.MaxValue), success: true);
    }

    public void Commit(int index) => Settle([TakeAt(index)], success: true);

    public void FailWaiting() => Settle(Take(int.MaxValue), success: false);

    public ValueTask SubmitAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!open)
        {
            throw new SinkClosedException("the disk is full");
        }

        if (holds)
        {
            lock (gate)
            {
                waiting.Add(delivery);
            }
        }
        else
        {
            Settle([delivery], success: true);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<KeyValuePair<string, byte[]>>> LoadAsync(string prefix, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return new([.. state.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))]);
        }
    }

    /// <summary>What a crash at this moment leaves on disk.</summary>
    public FakeSink AfterCrash()
    {
        var left = new FakeSink();
        lock (gate)
        {
            left.committed.AddRange(committed);
            left.Apply([.. state.Select(entry => new StateChange(entry.Key, entry.Value))]);
        }

        return left;
    }

    private Delivery[] Take(int count)
    {
        lock (gate)
        {
            Delivery[] taken = [.. waiting.Take(count)];
            waiting.RemoveRange(0, taken.Length);
            return taken;
        }
    }

    private Delivery TakeAt(int index)
    {
        lock (gate)
        {
            var taken = waiting[index];
            waiting.RemoveAt(index);
            return taken;
        }
    }

    private void Settle(Delivery[] deliveries, bool success)
    {
        foreach (var delivery in deliveries)
        {
            lock (gate)
            {
                if (success)
                {
                    committed.Add(delivery);
                    Apply(delivery.State);
                }
            }

            delivery.Complete(success);
        }
    }

    private void Apply(IReadOnlyList<StateChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.Value is null)
            {
                state.Remove(change.Key);
            }
            else
            {
                state[change.Key] = change.Value;
            }
        }
    }
}
