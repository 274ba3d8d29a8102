using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>What one target gave one unit.</summary>
public sealed record TargetJson(
    string Target,
    LocalizedText Name,
    [property: Description("Id of the leading figure; empty when the target looks at none.")] string Indicator,
    [property: Description("Points at full attainment.")] decimal Weight,
    [property: Description("0 to 1; null when nothing can be said.")] decimal? Attainment,
    [property: Description("Attainment before it is kept within 0 to 1.")] decimal? RawAttainment,
    decimal? Points,
    DataState State,
    [property: Description("In the measure; null when nothing is known.")] decimal? Value,
    [property: Description("Value that gives full points over the covered time.")] decimal? Required,
    [property: Description("What the base year used over the same covered time.")] decimal? Reference,
    int? BaselineYear,
    [property: Description("The base year is one total shared equally over its months.")] bool FlatBaseline,
    [property: Description("Value over reference, minus 1: -0.03 is 3 % less than the base year's same months.")] decimal? Delta,
    string Measure,
    DateTimeOffset? UpdatedAt,
    [property: Description("From then on the figure is old.")] DateTimeOffset? FreshUntil,
    [property: Description("0 to 1.")] decimal Coverage,
    [property: Description("Points if the worst hides in what is missing.")] decimal FloorPoints,
    [property: Description("Points if the best hides in what is missing.")] decimal CeilingPoints,
    LocalizedText? Reason,
    [property: Description("Sources and declarations the value was made of.")] IReadOnlyList<string> Inputs)
{
    [Description("Pillar of the plan; empty without one.")]
    public string Pillar { get; init; } = "";

    [Description("ordinary, committed, encouraged (bonus beside the hundred) or gate (no points).")]
    public Commitment Commitment { get; init; }

    [Description("0 to 1: the part of the weight whose time has come.")]
    public decimal DueShare { get; init; }

    [Description("n of n/N, when the value is a share.")]
    public decimal? Numerator { get; init; }

    [Description("N of n/N.")]
    public decimal? Denominator { get; init; }

    [Description("An appeal about it is open.")]
    public bool Disputed { get; init; }
}
