using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Parts.Facilities;

/// <summary>What waits for a person: something a watch has noticed, or something about the readings. One of the two is null.</summary>
public sealed record WorkEntry(AlertView? Alert, FindingView? Found)
{
    /// <summary>What needs somebody first, then what is only worth knowing.</summary>
    public static IReadOnlyList<WorkEntry> Of(IReadOnlyList<AlertView> alerts, IReadOnlyList<FindingView> findings) =>
    [
        .. alerts.Where(alert => alert.AcknowledgedBy is null).Select(alert => new WorkEntry(alert, null)),
        .. findings.OrderByDescending(found => found.NeedsDecision).Select(found => new WorkEntry(null, found)),
    ];

    public bool NeedsSomebody => Alert is not null || Found is { NeedsDecision: true };
}
