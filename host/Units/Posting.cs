using EmulationPlatform.Units.Registry;
using System.Globalization;
using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Grains;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units;

/// <summary>Readings handed over in one call: what can be used goes in, what cannot is named.</summary>
internal sealed class Posting
{
    private readonly List<Observation> observations = [];
    private readonly List<int> positions = [];
    private readonly List<QuarantinedPost> quarantined = [];
    private readonly List<RejectedPart> rejected = [];
    private readonly List<object> refused = [];
    private readonly Instant receivedAt;
    private readonly string origin;

    public Posting(SourceRegistry sources, IReadOnlyList<PostedReading> readings, string origin, Instant receivedAt)
    {
        this.origin = origin;
        this.receivedAt = receivedAt;
        for (var i = 0; i < readings.Count; i++)
        {
            Sort(sources, readings[i], i);
        }
    }

    public async Task<PostResult> SubmitAsync(Func<PostDelivery, Task> submit)
    {
        var delivery = new PostDelivery(observations.Count)
        {
            ReceivedAt = receivedAt,
            Observations = observations,
            Rejected = rejected,
            Raw = rejected.Count == 0 ? null : new RawMessage("api", origin, RawText(), receivedAt),
        };
        if (observations.Count + rejected.Count > 0)
        {
            await submit(delivery);
        }

        for (var i = 0; i < positions.Count; i++)
        {
            if (delivery.ReasonOf(i) is { } reason)
            {
                quarantined.Add(new QuarantinedPost(positions[i], reason));
            }
        }

        var fates = delivery.Fates;
        return new PostResult(
            fates.Count(fate => fate == ReadingFate.Accepted),
            fates.Count(fate => fate == ReadingFate.Duplicate),
            fates.Count(fate => fate == ReadingFate.Conflict),
            [.. quarantined.OrderBy(post => post.Index)]);
    }

    private void Sort(SourceRegistry sources, PostedReading reading, int index)
    {
        if (reading.Problem is { } problem || reading.At is not { } at || reading.Value is not { } number)
        {
            Reject(reading, index, "badReading", reading.Problem ?? "A reading needs source, at and value.");
        }
        else if (sources.Find(reading.Source) is not { } entry)
        {
            Reject(reading, index, "unknownSource", $"There is no source {reading.Source}; GET /api/v1/sources lists them.");
        }
        else if (entry.IsVirtual)
        {
            Reject(reading, index, "virtualSource", $"{reading.Source} is made of other sources and has no readings of its own.");
        }
        else if (!RegisterValue.TryFrom(number, out var value))
        {
            Reject(reading, index, "outOfRange", string.Create(CultureInfo.InvariantCulture, $"The value {number} is outside ± 9,223,372,036."));
        }
        else
        {
            var row = entry.Row;
            observations.Add(new Observation(
                new SourceDescriptor(row.Id, row.Connector, row.Profile, row.Topic, row.Metric, row.Kind, row.Direction, row.Channel, row.Measure), at, value));
            positions.Add(index);
        }
    }

    private void Reject(PostedReading reading, int index, string code, string reason)
    {
        refused.Add(new { index, source = reading.Source, at = reading.At?.ToString(), value = reading.Value, reason });
        quarantined.Add(new QuarantinedPost(index, reason));
        rejected.Add(new RejectedPart(code, string.Create(CultureInfo.InvariantCulture, $"[{index}] {reason}")));
    }

    private byte[] RawText() => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(refused);
}
