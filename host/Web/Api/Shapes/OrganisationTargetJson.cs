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
    [property: Description("0 to 1.")] decimal Coverage);
