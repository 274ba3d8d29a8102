using EmulationPlatform.Storage.Records;

namespace EmulationPlatform.Units.Facilities;

/// <summary>A proposed base year as the audit log keeps it.</summary>
internal sealed record BaselineShape(int Year, string MadeOf, IReadOnlyList<decimal?> Months, string Reference, string Reason)
{
    /// <summary>Number of the version; given when it is stored.</summary>
    public long Version { get; set; }

    public static BaselineShape Of(BaselineRecord baseline, string reason, long version) =>
        new(baseline.Year, baseline.MadeOf.ToString(), [.. baseline.Months.Select(month => month?.ToDecimal())], baseline.Reference, reason) { Version = version };

    public static string Subject(BaselineRecord baseline) => $"unit/{baseline.Unit}/baseline/{baseline.Metric}";
}
