using System.Globalization;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.App.Demo;

/// <summary>How a metric is used in the demo, and how its meters speak.</summary>
/// <param name="PerPersonAndHour">During office hours, in the metric's measure.</param>
/// <param name="Season">Factor per month, January first.</param>
internal sealed record DemoUse(
    string Metric,
    decimal PerPersonAndHour,
    decimal ShareOutsideOffice,
    decimal[] Season,
    Func<DemoUnit, string> TopicOf,
    Func<DemoUnit, decimal, Instant, AgencyCalendar, string> Message)
{
    /// <summary>Plugs and panels with Tasmota: local wall-clock time, kWh.</summary>
    public static DemoUse Electricity { get; } = new(
        "electricity", 0.75m, 0.12m, [0.8m, 0.8m, 0.9m, 1.0m, 1.2m, 1.3m, 1.3m, 1.25m, 1.1m, 1.0m, 0.85m, 0.8m],
        unit => $"tele/dien-{unit.Id}/SENSOR",
        (_, register, at, calendar) => string.Create(
            CultureInfo.InvariantCulture, $$$"""{"Time":"{{{calendar.ToLocal(at):yyyy-MM-dd'T'HH:mm:ss}}}","ENERGY":{"Total":{{{register}}}}}"""));

    /// <summary>Radio water meters behind wmbusmeters: UTC time, m³.</summary>
    public static DemoUse Water { get; } = new(
        "water", 0.003m, 0.04m, [0.9m, 0.9m, 1.0m, 1.0m, 1.1m, 1.15m, 1.15m, 1.1m, 1.0m, 1.0m, 0.95m, 0.9m],
        unit => $"wmbusmeters/nuoc-{unit.Id}",
        (unit, register, at, _) => string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"_":"telegram","media":"water","meter":"iperl","name":"nuoc-{{{unit.Id}}}","id":"nuoc-{{{unit.Id}}}","total_m3":{{{register}}},"timestamp":"{{{at.ToDateTimeOffset():yyyy-MM-dd'T'HH:mm:ss'Z'}}}"}"""));
}
