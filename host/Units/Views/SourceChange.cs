using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Units.Views;

/// <summary>What a person sets on a source. A null leaves the value as it is.</summary>
/// <param name="Unit">Unit id it counts for; empty text takes it away from its unit.</param>
/// <param name="AssignedFrom">First moment that counts; null with a unit means everything it ever sent.</param>
public sealed record SourceChange(
    string? Unit,
    Instant? AssignedFrom,
    string? Metric,
    SourceKind? Kind,
    FlowDirection? Direction,
    string? Measure,
    decimal? Factor,
    decimal? RegisterWidth,
    decimal? MaxRatePerHour)
{
    /// <summary>The register's width is not known after all.</summary>
    public bool ForgetRegisterWidth { get; init; }

    /// <summary>The greatest rate is not known after all.</summary>
    public bool ForgetMaxRate { get; init; }

    /// <summary>What people call it; empty text takes the name away.</summary>
    public string? Label { get; init; }

    /// <summary>Where it hangs; empty text takes it away.</summary>
    public string? Place { get; init; }

    /// <summary>Id of the main meter behind which it is connected; empty text for none.</summary>
    public string? Parent { get; init; }

    public CountRule? Counted { get; init; }

    /// <summary>Shares it out among several units from <see cref="AssignedFrom"/> on, instead of <see cref="Unit"/>.</summary>
    public Sharing? Sharing { get; init; }

    /// <summary>Why, for the audit log; null when nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>A change of nothing, to be used with <c>with</c>.</summary>
    public static SourceChange Nothing { get; } = new(null, null, null, null, null, null, null, null, null);
}
