using System.Text.Json.Nodes;

namespace EmulationPlatform.EndToEnd.Support;

/// <summary>A meter that publishes one reading a minute of its own time and remembers which were acknowledged.</summary>
internal sealed class SteadyMeter(string name, DateTimeOffset start)
{
    private int next;

    public Meter Meter { get; } = new(name);

    /// <summary>Readings the host has acknowledged so far.</summary>
    public int Acknowledged => Volatile.Read(ref next);

    /// <summary>What all acknowledged readings together consumed: each is half a kilowatt-hour above the one before.</summary>
    public decimal Consumed => Math.Max(0, Acknowledged - 1) * 0.5m;

    /// <summary>Publishes one after the other, the last unacknowledged one again first, until the host is gone or so many are acknowledged.</summary>
    public async Task PublishAsync(int port, MqttLogin login, int until)
    {
        try
        {
            await using var device = await MqttClient.ConnectAsync(port, login with { ClientId = Meter.Name });
            while (next < until && await device.PublishAsync(Meter.Topic, Meter.Message(start.AddMinutes(next), next * 0.5m)) == 0)
            {
                Interlocked.Increment(ref next);
            }
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or OperationCanceledException)
        {
            // The host was killed, or refused; what was not acknowledged is sent again.
        }
    }

    /// <summary>Every acknowledged reading is stored with its value, and nothing twice.</summary>
    public async Task AssertStoredAsync(Api api)
    {
        var stored = await api.ListAsync($"/api/v1/sources/{await Meter.IdAsync(api)}/readings?limit=10000");
        var expected = Enumerable.Range(0, Acknowledged).Select(index => (start.AddMinutes(index), index * 0.5m));

        // One more may have been committed whose acknowledgement the kill swallowed.
        Assert.Equal(expected, stored.Select(ValueOf).Take(Acknowledged));
        Assert.InRange(stored.Count, Acknowledged, Acknowledged + 1);
    }

    private static (DateTimeOffset At, decimal Value) ValueOf(JsonNode? reading) => ((DateTimeOffset)reading!["at"]!, (decimal)reading["value"]!);
}
