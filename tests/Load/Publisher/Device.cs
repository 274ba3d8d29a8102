using System.Globalization;

namespace EmulationPlatform.Load.Publisher;

/// <summary>
/// One simulated meter. Message number n always has the same time and the same value, so that a message can be sent again and
/// the database checked without keeping what was sent.
/// </summary>
internal sealed class Device
{
    /// <summary>Six digits before the point, so that every message of a device has the same length.</summary>
    private const long SmallestTotalMilli = 100_000_000;

    private const long GreatestTotalMilli = 999_999_999;

    private readonly DeviceClock times;
    private readonly long growthMilli;

    /// <param name="growthMilli">Mean growth per message in 10⁻³ kWh, at least 5.</param>
    public Device(string name, DeviceClock times, long growthMilli)
    {
        Name = name;
        Topic = string.Create(CultureInfo.InvariantCulture, $"tele/{name}/SENSOR");
        this.times = times;
        this.growthMilli = growthMilli;
        Capacity = Math.Min(times.Capacity, (GreatestTotalMilli - SmallestTotalMilli) / growthMilli - 1);
    }

    public string Name { get; }

    public string Topic { get; }

    /// <summary>Messages this device can send before its times reach the present or its register is full.</summary>
    public long Capacity { get; }

    /// <summary>Number of the next new message; every smaller one was sent at least once.</summary>
    public long Next { get; private set; }

    public AckedSet Acked { get; } = new();

    public bool HasNext => Next < Capacity;

    public long TakeNext() => Next++;

    public long AtMilliseconds(long message) => times.AtMilliseconds(message);

    // Uneven steps, so that a value shifted by one message is not mistaken for a right one.
    public long TotalMilli(long message) => SmallestTotalMilli + (message * growthMilli) + (message % 5);

    /// <summary>The message whose time this is; false when the device has no message at that time.</summary>
    public bool TryFind(long atMilliseconds, out long message) => times.TryFind(atMilliseconds, out message) && message < Next;
}
