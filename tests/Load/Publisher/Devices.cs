using System.Globalization;

namespace EmulationPlatform.Load.Publisher;

/// <summary>The simulated meters of a run.</summary>
internal static class Devices
{
    private const long GrowthMilli = 7;

    public static Device[] Make(int count, long mostMessages, TimeProvider clock)
    {
        var times = DeviceClock.EndingAt(clock.GetUtcNow(), mostMessages);
        return [.. Enumerable.Range(1, count).Select(number =>
            new Device(string.Create(CultureInfo.InvariantCulture, $"load-{number:000}"), times, GrowthMilli))];
    }
}
