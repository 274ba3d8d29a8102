using EmulationPlatform.Storage.ReadingLog;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Units.Tests.Registry;

/// <summary>Installations with main meters, sub-meters, channels with and without a total, check meters, shares and virtual sources.</summary>
internal static class TreeCases
{
    public const int Hours = 12;
    private static readonly string[][] Homes = [[], ["mot"], ["hai"], ["mot"], ["hai"], ["mot", "hai"], ["mot", "hai", "ba"]];

    public static Arbitrary<TreeCase> Any { get; } = Arb.From(Generate(), Smaller);

    private static Gen<TreeCase> Generate() =>
        from count in Gen.Choose(1, 6)
        from meters in Gen.CollectToArray(Enumerable.Range(0, count).Select(Meter))
        from steps in Step(count).ArrayOf(count + 2)
        from used in Gen.Choose(0, count + 2)
        from summed in Gen.Elements(true, false, false)
        from sumUnit in Gen.Elements("mot", "ba")
        from live in Gen.Choose(1, Hours)
        select Plan(meters, steps[..used], summed, sumUnit, live);

    private static Gen<TreeMeter> Meter(int place) =>
        from main in place == 0 ? Gen.Constant<int?>(null) : Gen.Frequency((1, Gen.Constant<int?>(null)), (3, Gen.Choose(0, place - 1).Select(main => (int?)main)))
        from isChannel in Gen.Elements(false, false, true)
        from shown in Gen.Frequency((8, Gen.Constant(false)), (1, Gen.Constant(true)))
        from uses in Gen.Choose(0, 5_000).ArrayOf(Hours)
        select new TreeMeter(main, isChannel, shown, uses);

    private static Gen<TreeStep> Step(int count) =>
        from meter in Gen.Choose(0, count - 1)
        from units in Gen.Elements(Homes)
        from key in Gen.Elements(ShareKey.Fixed, ShareKey.Headcount, ShareKey.Area)
        from hour in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, Hours).Select(hour => (int?)hour))
        select new TreeStep(meter, units, key, hour);

    /// <summary>A virtual source is made of registers that nobody has and that do not lie behind each other.</summary>
    private static TreeCase Plan(TreeMeter[] meters, TreeStep[] steps, bool summed, string sumUnit, int live)
    {
        var tops = new TreeModel(meters);
        var sum = new List<int>();
        for (var place = 0; summed && place < meters.Length; place++)
        {
            if (steps.All(step => step.Meter != place) && !tops.Above(place).Any(sum.Contains))
            {
                sum.Add(place);
            }
        }

        return new TreeCase(meters, steps, [.. sum], sumUnit, live);
    }

    private static IEnumerable<TreeCase> Smaller(TreeCase large)
    {
        if (large.Sum.Length > 0)
        {
            yield return large with { Sum = [] };
        }

        for (var i = 0; i < large.Steps.Length; i++)
        {
            yield return large with { Steps = [.. large.Steps[..i], .. large.Steps[(i + 1)..]] };
        }

        var last = large.Meters.Length - 1;
        if (last > 0 && large.Steps.All(step => step.Meter != last) && !large.Sum.Contains(last))
        {
            yield return large with { Meters = large.Meters[..last] };
        }

        for (var i = 0; i < large.Meters.Length; i++)
        {
            if (large.Meters[i].Uses.Count(use => use > 0) > 1)
            {
                yield return large with { Meters = [.. large.Meters.Select((meter, place) => place == i ? meter with { Uses = [.. meter.Uses.Select((use, hour) => hour % 6 == 0 ? 1_000 : 0)] } : meter)] };
            }
        }
    }
}
