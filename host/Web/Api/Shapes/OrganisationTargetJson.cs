using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

/// <summary>How many units meet a target.</summary>
public sealed record OrganisationTargetJson(
    string Target,
    LocalizedText Name,
    decimal Weight,
    int Met,
    int Known,
    int Due,
    [property: Description("0 to 1.")] decimal? Attainment,
    decimal? Points,
    [property: Description("0 to 1.")] decimal Coverage)
{
    public DataState State { get; init; }

    [Description("shareOfUnits: judged by how many units meet it; sum: by their figures together; own: by a figure of the agency itself.")]
    public OrganisationView View { get; init; }

    [Description("Value of the whole agency, in the measure, when it is judged by a figure; null when by the share of its units.")]
    public decimal? Value { get; init; }

    public decimal? Required { get; init; }

    public string Measure { get; init; } = "";

    public LocalizedText? Reason { get; init; }
}
