using EmulationPlatform.Sdk;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Watching.Tests.Support;

/// <summary>Generated days of a water meter: usual ones, leaks, busy nights, gaps and even shares, as they come in life.</summary>
internal static class Days
{
    private static readonly Gen<char> Kinds = Gen.Frequency(
        (12, Gen.Constant('u')), (5, Gen.Constant('l')), (2, Gen.Constant('b')), (2, Gen.Constant('?')), (1, Gen.Constant('h')), (1, Gen.Constant('e')), (1, Gen.Constant('0')));

    public static Gen<HourUsed[]> Hours { get; } =
        from days in Gen.Choose(60, 90).SelectMany(count => Kinds.ArrayOf(count))
        from noise in Gen.Choose(0, 9).ArrayOf(days.Length * 24)
        select days.SelectMany((kind, day) => Enumerable.Range(0, 24).Select(hour => Make(kind, day, hour, noise[(day * 24) + hour]))).ToArray();

    private static HourUsed Make(char kind, int day, int hour, int noise)
    {
        var isWork = hour is >= 7 and < 18;
        var litres = kind switch
        {
            '0' => 0,
            'l' => (isWork ? 200 : 0) + 40 + noise,
            'b' => isWork ? 400 + noise : 150 + noise,
            _ => isWork ? 200 + noise : noise / 3,
        };
        var covered = kind != '?' && (kind != 'h' || noise > 1);
        return new HourUsed(Story.HourAt(Story.Monday.AddDays(day), hour), Amount.From(litres * 0.001m), covered, Estimated: kind == 'e');
    }
}
