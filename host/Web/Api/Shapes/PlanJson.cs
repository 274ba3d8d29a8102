namespace EmulationPlatform.Web.Api.Shapes;

public sealed record PlanJson(
    string Id, int Version, LocalizedText Name, LocalizedText Agency, IReadOnlyList<PlanJson.Named> Groups, IReadOnlyList<PlanJson.Named> Bands)
{
    public sealed record Named(string Id, LocalizedText Name);
}
