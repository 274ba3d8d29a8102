using EmulationPlatform.Sdk;

namespace EmulationPlatform.Modules.GreenOffice;

/// <summary>Pages that printers have counted.</summary>
internal static class PrintedPages
{
    /// <summary>
    /// Printers write their counter every ten impressions, so that up to nine may be lost when power fails, and another board
    /// brings another count: nothing is counted from zero then.
    /// </summary>
    public static Metric Metric { get; } = new("pages", new("Trang in", "Printed pages"), "pages", null) { RestartsAtZero = false, Jitter = 9m };
}
