using System.Collections.Concurrent;

namespace EmulationPlatform.Connectors.Mqtt.Connections;

/// <summary>
/// Gives response lines their turns one after the other on one thread of the pool. A commit settles messages of many
/// connections at once; waking a thread for each of them costs more than the sending.
/// </summary>
internal sealed class WriteTurns : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<ResponseLine> waiting = new();
    private int running;

    public void Add(ResponseLine line)
    {
        waiting.Enqueue(line);
        if (Interlocked.Exchange(ref running, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            while (waiting.TryDequeue(out var line))
            {
                line.TakeTurn();
            }

            Interlocked.Exchange(ref running, 0);
        }
        while (!waiting.IsEmpty && Interlocked.Exchange(ref running, 1) == 0);
    }
}
