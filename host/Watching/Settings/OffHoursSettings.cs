using System.ComponentModel.DataAnnotations;
using EmulationPlatform.Sdk;

namespace EmulationPlatform.Watching;

/// <summary>
/// When use outside office hours counts as too much: more than the usual amount times a factor, and more than an absolute
/// amount. Usual is the median of the days of the same type (working or not) in the four weeks before.
/// </summary>
public sealed record OffHoursSettings
{
    /// <summary>1.1 to 10; default 1.5.</summary>
    [Range(typeof(decimal), "1.1", "10", ParseLimitsInInvariantCulture = true)]
    public decimal TimesUsual { get; init; } = 1.5m;

    /// <summary>Less in a day is never told. 0 to 100,000; default 1.</summary>
    [Range(typeof(decimal), "0", "100000", ParseLimitsInInvariantCulture = true)]
    public decimal AtLeastKilowattHours { get; init; } = 1m;

    /// <summary>Less in a day is never told. 0 to 100,000; default 0.1.</summary>
    [Range(typeof(decimal), "0", "100000", ParseLimitsInInvariantCulture = true)]
    public decimal AtLeastCubicMetres { get; init; } = 0.1m;

    /// <summary>The same for sources of any other measure (pages, sheets). 0 to 100,000; default 20.</summary>
    [Range(typeof(decimal), "0", "100000", ParseLimitsInInvariantCulture = true)]
    public decimal AtLeastOther { get; init; } = 20m;

    /// <summary>Known days of the type before anything is told. 1 to 8; default 4.</summary>
    [Range(1, 8)]
    public int DaysNeeded { get; init; } = 4;

    /// <summary>A raised alert clears only this far below the limit, so that use around it does not come and go. 0 to 50 %; default 10.</summary>
    [Range(0, 50)]
    public int ClearMarginPercent { get; init; } = 10;

    public Amount AtLeast(string measure) => Amount.From(measure switch
    {
        "kWh" => AtLeastKilowattHours,
        "m3" => AtLeastCubicMetres,
        _ => AtLeastOther,
    });
}
