using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace EmulationPlatform.Load.Limits;

/// <summary>One writer thread. No linger: whatever came while the last commit was on its way makes the next batch.</summary>
internal sealed class GroupCommit : IDisposable
{
    private readonly Lock gateOfSources = new();
    private readonly Dictionary<string, int> sources = new(StringComparer.Ordinal);
    private readonly object gate = new();
    private readonly ReadingWriter writer;
    private readonly TimeProvider clock;
    private readonly Thread thread;
    private readonly List<BareConnection> touched = [];
    private List<PendingRow> waiting = [];
    private List<PendingRow> inWork = [];
    private bool isStopping;

    public GroupCommit(string database, TimeProvider clock)
    {
        this.clock = clock;
        writer = new ReadingWriter(database);
        thread = new Thread(Run) { IsBackground = true, Name = "group commit" };
        thread.Start();
    }

    public int SourceOf(ReadOnlySpan<byte> topic)
    {
        lock (gateOfSources)
        {
            ref var source = ref CollectionsMarshal.GetValueRefOrAddDefault(sources, Encoding.UTF8.GetString(topic), out var exists);
            return exists ? source : source = sources.Count;
        }
    }

    public void Enqueue(List<PendingRow> rows)
    {
        lock (gate)
        {
            waiting.AddRange(rows);
            Monitor.Pulse(gate);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isStopping = true;
            Monitor.Pulse(gate);
        }

        thread.Join();
        writer.Dispose();
    }

    private void Run()
    {
        while (TakeWaiting())
        {
            Store();
            Acknowledge();
            inWork.Clear();
        }
    }

    private bool TakeWaiting()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (isStopping)
                {
                    return false;
                }

                Monitor.Wait(gate);
            }

            (waiting, inWork) = (inWork, waiting);
            return true;
        }
    }

    private void Store()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        writer.Begin();
        foreach (var pending in inWork)
        {
            writer.Add(pending.Row, now);
        }

        writer.Commit();
    }

    private void Acknowledge()
    {
        foreach (var pending in inWork)
        {
            if (pending.Qos == 0)
            {
                continue;
            }

            pending.Connection.Acknowledge(pending.Identifier, pending.Qos);
            if (!pending.Connection.IsTouched)
            {
                pending.Connection.IsTouched = true;
                touched.Add(pending.Connection);
            }
        }

        foreach (var connection in touched)
        {
            connection.IsTouched = false;
            connection.Flush();
        }

        touched.Clear();
    }
}
