using EmulationPlatform.Web.Api.Shapes;

namespace EmulationPlatform.Web.Api.Export;

/// <summary>What waits for a person, as the page shows it: what watches noticed first, then what is about the readings. One of the two is null.</summary>
internal sealed record WorkRow(AlertJson? Alert, FindingJson? Found)
{
    public static IEnumerable<WorkRow> Of(WorklistJson list) =>
        list.Alerts.Select(alert => new WorkRow(alert, null)).Concat(list.Select(found => new WorkRow(null, found)));
}
