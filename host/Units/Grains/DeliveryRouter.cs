using System.Threading.Channels;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Grains;

/// <summary>Puts deliveries into the inboxes of the units their readings belong to, also while a source moves between units.</summary>
internal sealed class DeliveryRouter(SourceRegistry sources, UnitGrain unassigned)
{
    public ValueTask DispatchAsync(Delivery delivery, Origin origin, CancellationToken cancellationToken)
    {
        var observations = delivery.Observations;
        if (observations.Count == 0)
        {
            return unassigned.EnqueueAsync(new InboxItem { Delivery = delivery, Origin = origin, IsPrimary = true }, cancellationToken);
        }

        if (observations.Count == 1 && EntryOf(observations[0], delivery) is { Grain: { } grain } entry)
        {
            return grain.EnqueueAsync(new InboxItem { Delivery = delivery, Origin = origin, Single = entry, IsPrimary = true }, cancellationToken);
        }

        return DispatchSeveralAsync(delivery, origin, cancellationToken);
    }

    /// <summary>Sends an item on whose source has moved to another unit.</summary>
    public async Task RedirectAsync(InboxItem item)
    {
        try
        {
            if (item.Single is { } single)
            {
                var grain = await GrainWhenArrivedAsync(single);
                await grain.EnqueueAsync(item, CancellationToken.None);
            }
            else
            {
                await ShareOutAsync(item.Delivery!, item.Origin!, item.Several!, item.IsPrimary);
            }
        }
        catch (Exception e) when (e is ChannelClosedException or SinkClosedException)
        {
            item.Delivery!.Complete(committed: false);
        }
    }

    private async ValueTask DispatchSeveralAsync(Delivery delivery, Origin origin, CancellationToken cancellationToken)
    {
        var entries = new List<(SourceEntry Entry, int Index)>(delivery.Observations.Count);
        for (var i = 0; i < delivery.Observations.Count; i++)
        {
            entries.Add((EntryOf(delivery.Observations[i], delivery), i));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var grain = await GrainWhenArrivedAsync(entries[0].Entry);
        if (entries.TrueForAll(entry => entry.Entry.Grain == grain))
        {
            await grain.EnqueueAsync(new InboxItem { Delivery = delivery, Origin = origin, Several = [.. entries], IsPrimary = true }, cancellationToken);
        }
        else
        {
            await ShareOutAsync(delivery, origin, [.. entries], primary: true);
        }
    }

    /// <summary>Readings of several units are committed apart; connector state waits until all of them are on disk.</summary>
    private Task ShareOutAsync(Delivery delivery, Origin origin, (SourceEntry Entry, int Index)[] entries, bool primary)
    {
        if (!primary || delivery.State.Count == 0)
        {
            return EnqueueByGrainAsync(delivery, origin, entries, primary);
        }

        var ahead = new StagedDelivery(delivery, whole => _ = GoOnAsync(whole, origin)) { ReceivedAt = delivery.ReceivedAt, Observations = delivery.Observations };
        return EnqueueByGrainAsync(ahead, origin, entries, primary: false);
    }

    private async Task GoOnAsync(Delivery whole, Origin origin)
    {
        try
        {
            await unassigned.EnqueueAsync(new InboxItem { Delivery = whole, Origin = origin, IsPrimary = true }, CancellationToken.None);
        }
        catch (ChannelClosedException)
        {
            whole.Complete(committed: false);
        }
    }

    private static async Task EnqueueByGrainAsync(Delivery delivery, Origin origin, (SourceEntry Entry, int Index)[] entries, bool primary)
    {
        var parts = new Dictionary<UnitGrain, List<(SourceEntry, int)>>();
        foreach (var entry in entries)
        {
            var grain = await GrainWhenArrivedAsync(entry.Entry);
            if (!parts.TryGetValue(grain, out var part))
            {
                parts[grain] = part = [];
            }

            part.Add(entry);
        }

        for (var i = 1; i < parts.Count; i++)
        {
            delivery.Split();
        }

        foreach (var (grain, part) in parts)
        {
            try
            {
                await grain.EnqueueAsync(new InboxItem { Delivery = delivery, Origin = origin, Several = [.. part], IsPrimary = primary }, CancellationToken.None);
            }
            catch (ChannelClosedException)
            {
                delivery.Complete(committed: false);
            }

            primary = false;
        }
    }

    private static async ValueTask<UnitGrain> GrainWhenArrivedAsync(SourceEntry entry)
    {
        while (true)
        {
            if (entry.Grain is { } grain)
            {
                return grain;
            }

            await entry.Arrived;
        }
    }

    private SourceEntry EntryOf(Observation observation, Delivery delivery) =>
        sources.FindOrAdd(observation.Source, unassigned, delivery.ReceivedAt)
        ?? throw new SinkClosedException($"There are {SourceRegistry.MostSources} sources already; {observation.Source.Topic} is not taken. Look for a publisher with ever new topics.");
}
