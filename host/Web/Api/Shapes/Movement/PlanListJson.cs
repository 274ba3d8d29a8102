using EmulationPlatform.Units.Movement;

namespace EmulationPlatform.Web.Api.Shapes.Movement;

/// <summary>All movements of an installation.</summary>
/// <param name="Archives">Other movements, closed ones among them.</param>
/// <param name="Versions">Everything that was ever put to use, oldest first.</param>
public sealed record PlanListJson(PlanListJson.Entry Current, int? EarlierShown, IReadOnlyList<PlanListJson.Entry> Archives, IReadOnlyList<PlanListJson.Version> Versions)
{
    public static PlanListJson Of(PlanBook book, AgencyCalendar calendar) => new(
        Entry.Of(book.File),
        book.Earlier?.Version,
        [.. book.Archives.Select(Entry.Of)],
        [.. book.Versions.Select(version => new Version(version.Id, version.Number, calendar.ToLocal(version.UsedFrom)))]);

    public sealed record Entry(string Id, int Version, LocalizedText Name, LocalizedText Agency, bool Closed)
    {
        public static Entry Of(Plan plan) => new(plan.Id, plan.Version, plan.Name, plan.Agency, plan.IsClosed);
    }

    public sealed record Version(string Id, int Number, DateTimeOffset UsedFrom);
}
