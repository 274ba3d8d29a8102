using System.Collections.Frozen;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>A unit that devices send, and how to get to ours.</summary>
/// <param name="Measure">kWh, W, m3, m3/h, pages, jobs or pulses.</param>
internal sealed record MeterUnit(string Measure, Scale Scale)
{
    // Factors: NIST SP 811 (1 kWh = 3.6 MJ; 1 ft³ = 0.028316846592 m³). Upper and lower case are kept apart: mW is not MW.
    private static readonly FrozenDictionary<string, MeterUnit> Units = new Dictionary<string, MeterUnit>
    {
        ["kWh"] = new("kWh", Scale.One),
        ["Wh"] = new("kWh", new Scale(1, 1000)),
        ["mWh"] = new("kWh", new Scale(1, 1_000_000)),
        ["MWh"] = new("kWh", new Scale(1000, 1)),
        ["GWh"] = new("kWh", new Scale(1_000_000, 1)),
        ["Wmin"] = new("kWh", new Scale(1, 60_000)),
        ["Ws"] = new("kWh", new Scale(1, 3_600_000)),
        ["J"] = new("kWh", new Scale(1, 3_600_000)),
        ["kJ"] = new("kWh", new Scale(1, 3600)),
        ["MJ"] = new("kWh", new Scale(10, 36)),
        ["W"] = new("W", Scale.One),
        ["mW"] = new("W", new Scale(1, 1000)),
        ["kW"] = new("W", new Scale(1000, 1)),
        ["MW"] = new("W", new Scale(1_000_000, 1)),
        ["m3"] = new("m3", Scale.One),
        ["m³"] = new("m3", Scale.One),
        ["L"] = new("m3", new Scale(1, 1000)),
        ["l"] = new("m3", new Scale(1, 1000)),
        ["mL"] = new("m3", new Scale(1, 1_000_000)),
        ["ft3"] = new("m3", new Scale(0.028316846592m, 1)),
        ["ft³"] = new("m3", new Scale(0.028316846592m, 1)),
        ["m3/h"] = new("m3/h", Scale.One),
        ["m³/h"] = new("m3/h", Scale.One),
        ["L/h"] = new("m3/h", new Scale(1, 1000)),
        ["l/h"] = new("m3/h", new Scale(1, 1000)),
        ["L/min"] = new("m3/h", new Scale(60, 1000)),
        ["l/min"] = new("m3/h", new Scale(60, 1000)),
        ["L/s"] = new("m3/h", new Scale(3600, 1000)),
        ["l/s"] = new("m3/h", new Scale(3600, 1000)),
        ["pulses"] = new("pulses", Scale.One),
        ["pages"] = new("pages", Scale.One),
        ["jobs"] = new("jobs", Scale.One),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, MeterUnit>.AlternateLookup<ReadOnlySpan<char>> ByText =
        Units.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Known => string.Join(", ", Units.Keys.Order(StringComparer.Ordinal));

    public static MeterUnit? Of(ReadOnlySpan<char> text) => ByText.TryGetValue(text, out var unit) ? unit : null;
}
