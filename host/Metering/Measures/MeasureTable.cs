namespace EmulationPlatform.Metering;

/// <summary>Measures that devices use, and what they are of the measures we count in (kWh, m³, pages, sheets).</summary>
public static class MeasureTable
{
    private static readonly Dictionary<string, (string Counted, decimal Factor)> Registers = new(StringComparer.Ordinal)
    {
        ["Wh"] = ("kWh", 0.001m),
        ["kWh"] = ("kWh", 1m),
        ["MWh"] = ("kWh", 1_000m),
        ["L"] = ("m3", 0.001m),
        ["m3"] = ("m3", 1m),
        ["pages"] = ("pages", 1m),
        ["sheets"] = ("sheets", 1m),
    };

    private static readonly Dictionary<string, (string Counted, decimal PerHour)> Gauges = new(StringComparer.Ordinal)
    {
        ["W"] = ("kWh", 0.001m),
        ["kW"] = ("kWh", 1m),
        ["MW"] = ("kWh", 1_000m),
        ["m3/h"] = ("m3", 1m),
        ["L/h"] = ("m3", 0.001m),
        ["L/min"] = ("m3", 0.06m),
        ["L/s"] = ("m3", 3.6m),
    };

    /// <summary>Measures of registers that count in <paramref name="counted"/>.</summary>
    public static IEnumerable<string> RegistersOf(string counted) => Registers.Where(known => known.Value.Counted == counted).Select(known => known.Key);

    /// <summary>Measures of gauges whose integral is in <paramref name="counted"/>.</summary>
    public static IEnumerable<string> GaugesOf(string counted) => Gauges.Where(known => known.Value.Counted == counted).Select(known => known.Key);

    /// <summary>What one unit of a register is of the measure it counts in; 1 for measures that need a factor of their own (pulses).</summary>
    public static decimal OfRegister(string measure) => Registers.TryGetValue(measure, out var known) ? known.Factor : 1m;

    /// <summary>What a gauge at a value of 1 gives in an hour; 1 for measures that need a factor of their own.</summary>
    public static decimal OfGauge(string measure) => Gauges.TryGetValue(measure, out var known) ? known.PerHour : 1m;
}
