using EmulationPlatform.Sdk;
using EmulationPlatform.Units.Tests.Support;

namespace EmulationPlatform.Units.Tests.Hosts;

/// <summary>Readings of a few growing meters over four hours, out of order, several to a message, shared out among senders.</summary>
internal sealed class MovingLoad
{
    private const int Senders = 3;
    private const int ReadingsPerMeter = 400;
    private readonly Dictionary<string, List<Observation>> readings;

    public MovingLoad(int seed)
    {
        var random = new Random(seed);
        readings = Meters.ToDictionary(meter => meter, meter => Grow(meter, random));
        var parts = Enumerable.Range(0, Senders).Select(_ => new List<Observation[]>()).ToList();
        var all = readings.Values.SelectMany(list => list.Skip(1)).OrderBy(reading => reading.At.UnixMilliseconds + random.Next(1_200_000)).ToArray();
        for (var i = 0; i < all.Length;)
        {
            var count = Math.Min(random.Next(1, 4), all.Length - i);
            parts[random.Next(Senders)].Add(all[i..(i + count)]);
            i += count;
        }

        // Now and then a message comes twice, through another connection.
        parts[0].AddRange(parts[1].Where((_, i) => i % 17 == 0));
        Parts = parts;
    }

    public static IReadOnlyList<string> Meters { get; } = ["m/1", "m/2", "m/3", "m/4"];

    public IReadOnlyList<IReadOnlyList<Observation[]>> Parts { get; }

    public Observation First(string meter) => readings[meter][0];

    public IEnumerable<decimal> Values(string meter) => readings[meter].Select(reading => reading.Value.ToDecimal());

    public decimal Total(string meter) => readings[meter][^1].Value.ToDecimal() - readings[meter][0].Value.ToDecimal();

    private static List<Observation> Grow(string meter, Random random)
    {
        var value = 1_000m;
        var list = new List<Observation>();
        for (var i = 0; i < ReadingsPerMeter; i++)
        {
            list.Add(TestAgency.Shows(meter, Some.Local(7, 31, 8).Plus(TimeSpan.FromSeconds(i * 34)), value += random.Next(0, 2_000) / 1_000m));
        }

        return list;
    }
}
