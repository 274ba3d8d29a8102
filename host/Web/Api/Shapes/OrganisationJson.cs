using System.ComponentModel;

namespace EmulationPlatform.Web.Api.Shapes;

public sealed record OrganisationJson(
    [property: Description("0 to 100 over what is measured; null while nothing is.")] decimal? Score,
    [property: Description("0 to 1.")] decimal? Coverage,
    [property: Description("0 to 100.")] decimal? Floor,
    [property: Description("0 to 100.")] decimal? Ceiling,
    [property: Description("Band of the plan; null without a score or when coverage is too low to classify.")] string? Band,
    LocalizedText? BandName,
    IReadOnlyList<OrganisationTargetJson> Targets)
{
    [Description("By the plan's version before, shown until a period is frozen; null when only one is shown.")]
    public EarlierCardJson? Earlier { get; init; }
}
