using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Units.Tests.Registry;

/// <summary>
/// Who has what, worked out from the bottom: what a register counted beyond the registers right behind it belongs to whoever has the
/// nearest register on the way up.
/// </summary>
internal sealed class TreeModel(TreeMeter[] meters)
{
    /// <summary>People in March and from April on.</summary>
    public static IReadOnlyDictionary<string, (int March, int April)> People { get; } = new Dictionary<string, (int, int)> { ["mot"] = (10, 20), ["hai"] = (10, 10), ["ba"] = (5, 0) };

    /// <summary>A channel belongs to the total of its device; a channel of a channel has no total to belong to.</summary>
    public int? MainOf(int place) => meters[place].Main is { } main && meters[place].Main != place && !(meters[place].IsChannel && meters[main].IsChannel) ? main : null;

    public IEnumerable<int> Above(int place)
    {
        for (int? above = place; above is { } known; above = MainOf(known))
        {
            yield return known;
        }
    }

    /// <summary>What the registers at the top counted, in thousandths.</summary>
    public decimal Whole() => Enumerable.Range(0, meters.Length).Where(place => MainOf(place) is null).Sum(place => (decimal)meters[place].Uses.Sum());

    public Dictionary<string, decimal> Uses(TreeCase done)
    {
        var uses = People.Keys.Append("").ToDictionary(unit => unit, _ => 0m);
        for (var hour = 0; hour < TreeCases.Hours; hour++)
        {
            var now = hour;
            for (var place = 0; place < meters.Length; place++)
            {
                var behind = Enumerable.Range(0, meters.Length).Where(other => MainOf(other) == place).Sum(other => (decimal)meters[other].Uses[now]);
                var holder = Above(place).Select(above => HolderOf(done, above, now)).FirstOrDefault(step => step is { Units.Length: > 0 });
                Share(uses, holder, meters[place].Uses[now] - behind, hour < TreeCases.Hours / 2);
            }
        }

        return uses;
    }

    private TreeStep? HolderOf(TreeCase done, int place, int hour) =>
        done.Sum.Contains(place) ? new TreeStep(place, [done.SumUnit], ShareKey.Whole, null)
        : meters[place].Shown ? null
        : done.Steps.LastOrDefault(step => step.Meter == place && (step.FromHour is not { } from || from <= hour));

    private static void Share(Dictionary<string, decimal> uses, TreeStep? holder, decimal amount, bool inMarch)
    {
        if (holder is null)
        {
            uses[""] += amount;
            return;
        }

        var weights = holder.Units.Select(unit => Weight(holder, unit, inMarch)).ToList();
        foreach (var (unit, weight) in holder.Units.Zip(weights))
        {
            uses[unit] += amount * weight / weights.Sum();
        }
    }

    private static decimal Weight(TreeStep holder, string unit, bool inMarch) =>
        holder.Units.Length == 1 ? 1m
        : holder.Key == ShareKey.Headcount ? inMarch ? People[unit].March : People[unit].April
        : holder.Key == ShareKey.Area ? unit.Length * 10m
        : unit.Length;
}
