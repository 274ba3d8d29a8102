using System.Collections.Concurrent;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Ledger;

namespace EmulationPlatform.Units.Registry;

/// <summary>All sources by id, and the grain each goes to.</summary>
internal sealed class SourceRegistry(RuleBook ruleBook)
{
    /// <summary>A publisher with ever new topics must not fill the disk with sources.</summary>
    public const int MostSources = 100_000;

    private readonly ConcurrentDictionary<string, SourceEntry> byId = new();
    private readonly ConcurrentDictionary<int, SourceEntry> byNo = new();
    private readonly Lock gate = new();
    private int lastNo;

    public IEnumerable<SourceEntry> All => byId.Values;

    public int Count => byId.Count;

    /// <summary>A number for a source that is made without a reading; not given again.</summary>
    public int TakeNo()
    {
        lock (gate)
        {
            return ++lastNo;
        }
    }

    public SourceEntry? Find(string id) => byId.GetValueOrDefault(id);

    public SourceEntry? Find(int no) => byNo.GetValueOrDefault(no);

    public void Add(SourceEntry entry)
    {
        lock (gate)
        {
            byId[entry.Row.Id] = entry;
            byNo[entry.No] = entry;
            lastNo = Math.Max(lastNo, entry.No);
        }
    }

    /// <returns>Null when there are too many sources already.</returns>
    public SourceEntry? FindOrAdd(SourceDescriptor descriptor, UnitGrain unassigned, Instant now)
    {
        if (byId.TryGetValue(descriptor.Id, out var known))
        {
            return known;
        }

        lock (gate)
        {
            if (byId.TryGetValue(descriptor.Id, out known))
            {
                return known;
            }

            if (byId.Count >= MostSources)
            {
                return null;
            }

            var row = new SourceRow(
                ++lastNo, descriptor.Id, descriptor.Connector, descriptor.Profile, descriptor.Topic, descriptor.Metric,
                descriptor.Kind, descriptor.Direction, descriptor.Channel, descriptor.Measure, now);
            var entry = new SourceEntry(row, ruleBook.Of(row, []), unassigned, isNew: true);
            byNo[row.No] = entry;
            byId[row.Id] = entry;
            return entry;
        }
    }
}
