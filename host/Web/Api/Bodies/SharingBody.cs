using System.Globalization;
using System.Text.Json;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>How a source is shared out: <c>{key, units: [{unit, weight}], reason}</c>.</summary>
internal static class SharingBody
{
    private const int LeastUnits = 2;
    private const decimal GreatestWeight = 1_000_000m;

    public static Sharing? Parse(ObjectReader source, IReadOnlyCollection<string> units, FieldErrors errors)
    {
        if (!source.Has("sharing"))
        {
            return null;
        }

        var body = new ObjectReader(source.Member("sharing")!.Value, "sharing", errors, "key", "units", "reason");
        if (!body.IsObject)
        {
            return null;
        }

        var key = body.Word<ShareKey>("key");
        if (key is ShareKey.Whole or null && (key is not null || !body.Has("key")))
        {
            body.Wrong("key", "Write fixed, headcount or area; what is not shared has unit instead of sharing.");
        }

        var weights = Weights(body, key, units, errors);
        return new Sharing(key ?? default, weights, body.Needed("reason", "why it is shared this way"));
    }

    private static List<KeyValuePair<string, decimal>> Weights(ObjectReader body, ShareKey? key, IReadOnlyCollection<string> units, FieldErrors errors)
    {
        var weights = new List<KeyValuePair<string, decimal>>();
        if (body.Member("units") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() < LeastUnits)
        {
            body.Wrong("units", "Write a list of at least two {\"unit\": …, \"weight\": …}.");
            return weights;
        }

        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            var part = new ObjectReader(item, string.Create(CultureInfo.InvariantCulture, $"sharing.units[{index}]"), errors, "unit", "weight");
            if (part.IsObject)
            {
                weights.Add(KeyValuePair.Create(Unit(part, units), Weight(part, key)));
            }
        }

        if (weights.DistinctBy(part => part.Key).Count() != weights.Count)
        {
            body.Wrong("units", "A unit stands twice; keep one of them.");
        }

        return weights;
    }

    private static string Unit(ObjectReader part, IReadOnlyCollection<string> units)
    {
        var unit = part.Needed("unit", "the id of a unit");
        if (unit.Length > 0 && !units.Contains(unit))
        {
            part.Wrong("unit", $"There is no unit '{unit}'; write one of {string.Join(", ", units.Order(StringComparer.Ordinal).Take(20))}.");
        }

        return unit;
    }

    private static decimal Weight(ObjectReader part, ShareKey? key)
    {
        if (key != ShareKey.Fixed)
        {
            if (part.Has("weight"))
            {
                part.Wrong("weight", "Only fixed shares have weights; leave it out.");
            }

            return 1m;
        }

        var weight = part.NeededNumber("weight", 0, orEqual: false);
        if (weight > GreatestWeight)
        {
            part.Wrong("weight", "This is too large; only the weights' relation to each other counts.");
        }

        return weight;
    }
}
