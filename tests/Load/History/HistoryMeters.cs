using System.Globalization;
using EmulationPlatform.Load.Publisher;

namespace EmulationPlatform.Load.History;

/// <summary>
/// The meters of a run, one reading every quarter of an hour until the devices go on live. Registers end just below where the
/// devices begin, so that history and live readings are one line.
/// </summary>
internal sealed class HistoryMeters
{
    private const int QuartersPerDay = 96;
    private const int GapEvery = 10;
    private const int GapQuarters = 20;
    private const long LastTotalMilli = 99_999_000;

    /// <summary>Watt hours in a quarter of an hour by the hour of the day: a night load, and an office day.</summary>
    private static readonly int[] ByHour = [60, 60, 60, 60, 60, 80, 150, 500, 900, 950, 950, 700, 500, 850, 950, 950, 800, 350, 150, 120, 100, 80, 60, 60];

    private readonly byte[][] times;
    private readonly int firstQuarter;

    public HistoryMeters(HistoryOptions options, long mostLiveReadings, TimeProvider clock)
    {
        Devices = Publisher.Devices.Make(options.Meters, mostLiveReadings, clock);
        var live = DateTimeOffset.FromUnixTimeMilliseconds(Devices[0].AtMilliseconds(0)).ToOffset(TimeSpan.FromHours(7));
        var end = live.AddTicks(-(live.Ticks % TimeSpan.FromMinutes(15).Ticks));
        var start = options.StartOf(end);
        firstQuarter = (start.Hour * 4) + (start.Minute / 15);
        times = [.. Enumerable.Range(0, (int)((end - start) / TimeSpan.FromMinutes(15)))
            .Select(quarter => System.Text.Encoding.ASCII.GetBytes(start.AddMinutes(15 * quarter).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)))];
    }

    public Device[] Devices { get; }

    public static string UnitOf(int meter) => string.Create(CultureInfo.InvariantCulture, $"history-{(meter % HistoryOptions.Units) + 1:00}");

    /// <summary>Readings of one meter in order of time; every tenth meter was away for five hours once, which is shared over them.</summary>
    public IEnumerable<(byte[] At, long TotalMilli)> Readings(int meter)
    {
        var growth = Enumerable.Range(0, times.Length).Sum(quarter => Growth(meter, quarter));
        var total = LastTotalMilli - growth;
        var gap = meter % GapEvery == 0 ? times.Length / 2 : times.Length;
        for (var quarter = 0; quarter < times.Length; quarter++)
        {
            total += Growth(meter, quarter);
            if (quarter < gap || quarter >= gap + GapQuarters)
            {
                yield return (times[quarter], total);
            }
        }
    }

    /// <summary>The one reading that a meter without history has.</summary>
    public (byte[] At, long TotalMilli) Last => (times[^1], LastTotalMilli);

    // Uneven, and different for each meter, so that no two hours are alike.
    private long Growth(int meter, int quarter) =>
        ByHour[(firstQuarter + quarter) % QuartersPerDay / 4] + ((quarter * 7) + (meter * 13)) % 37;
}
