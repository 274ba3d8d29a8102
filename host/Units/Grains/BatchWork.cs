using System.Text;
using System.Text.Json;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Grains;

/// <summary>Puts one inbox item after another into the batch of a unit.</summary>
internal sealed class BatchWork(UnitLedger ledger, GrainServices services)
{
    private const int KeptPayloadBytes = 65_536;
    private const int ShownPayloadBytes = 4_096;
    private static readonly Action<ReadingFate> NobodyListens = _ => { };

    public void Take(InboxItem item, CommitRequest request)
    {
        var delivery = item.Delivery!;
        request.Deliveries.Add(delivery);
        if (!TakeObservations(item, request))
        {
            request.Deliveries.RemoveAt(request.Deliveries.Count - 1);
        }
        else if (item.IsPrimary)
        {
            TakeMessage(delivery, item.Origin!, request);
        }
    }

    /// <returns>False when the item was sent on to the unit its source has moved to.</returns>
    private bool TakeObservations(InboxItem item, CommitRequest request)
    {
        if (item.Single is { } single)
        {
            return TakeOne(item, single, 0, request);
        }

        if (item.Several is { } several)
        {
            // All of an item's sources move together or none: what is already in the batch is offered again as a duplicate.
            foreach (var (entry, index) in several)
            {
                if (!TakeOne(item, entry, index, request))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool TakeOne(InboxItem item, SourceEntry entry, int index, CommitRequest request)
    {
        if (entry.IsNew)
        {
            entry.IsNew = false;
            request.NewSources.Add(entry.Row);
            ledger.Adopt(services.Loader.Fresh(entry));
        }

        var delivery = item.Delivery!;
        var observation = delivery.Observations[index];
        if ((ReadingTime.Problem(observation.At, delivery.ReceivedAt) ?? TooMuch(entry, observation)) is { } problem)
        {
            var post = delivery as PostDelivery;
            post?.Refuse(index, problem.Reason);
            if (post is not { IsReplay: true })
            {
                request.Quarantine.Add(Quarantined(entry, observation, delivery, problem));
            }

            return true;
        }

        var row = new ReadingRow(entry.No, observation.At, observation.Value, delivery.ReceivedAt, item.Origin!.No);
        if (ledger.Offer(row, Listener(delivery, index), request))
        {
            return true;
        }

        services.Redirect(item);
        return false;
    }

    /// <summary>Apart from the caller, which would otherwise allocate for a listener with every reading.</summary>
    private static Action<ReadingFate> Listener(Delivery delivery, int index) => delivery is PostDelivery post ? Tell(post, index) : NobodyListens;

    private static Action<ReadingFate> Tell(PostDelivery post, int index) => fate => post.Tell(index, fate);

    private static RejectedPart? TooMuch(SourceEntry entry, Observation observation) => entry.Holds(observation.Value)
        ? null
        : new RejectedPart("outOfRange", $"The value times the source's factor {entry.Row.Factor} is more than can be counted; correct the factor, then replay.");

    private void TakeMessage(Delivery delivery, Origin origin, CommitRequest request)
    {
        foreach (var change in delivery.State)
        {
            request.State.Add(new StateRow(origin.Name, change.Key, change.Value));
        }

        if (delivery.Raw is not { } raw)
        {
            return;
        }

        foreach (var part in delivery.Rejected)
        {
            request.Quarantine.Add(new QuarantineRow(0, raw.Connector, raw.Topic, Head(raw.Payload, KeptPayloadBytes), part.Code, part.Reason, raw.ReceivedAt, null));
        }

        if (delivery.NotUnderstood)
        {
            request.Unmatched.Add(new UnmatchedRow(raw.Connector, services.Unmatched.NameFor(raw.Topic), 1, Head(raw.Payload, ShownPayloadBytes), raw.ReceivedAt));
        }
    }

    private static ReadOnlyMemory<byte> Head(ReadOnlyMemory<byte> payload, int bytes) => payload.Length <= bytes ? payload : payload[..bytes];

    /// <summary>Connectors check times themselves and keep the raw message; what comes without is kept as the observation it is.</summary>
    private static QuarantineRow Quarantined(SourceEntry entry, Observation observation, Delivery delivery, RejectedPart problem)
    {
        var payload = delivery.Raw?.Payload ?? Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            new { source = entry.Row.Id, at = observation.At.ToString(), value = observation.Value.ToDecimal() }));
        return new QuarantineRow(0, entry.Row.Connector, entry.Row.Topic, payload, problem.Code, problem.Reason, delivery.ReceivedAt, null);
    }
}
