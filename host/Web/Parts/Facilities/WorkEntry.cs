using EmulationPlatform.Units.Facilities;

namespace EmulationPlatform.Web.Parts.Facilities;

/// <summary>What waits for a person: something a watch has noticed, or something about the readings. One of the two is null.</summary>
public sealed record WorkEntry(AlertView? Alert, FindingView? Found)
{
    /// <summary>What needs somebody first, then what is only worth knowing.</summary>
    public static IReadOnlyList<WorkEntry> Of(IReadOnlyList<AlertView> alerts, IReadOnlyList<FindingView> findings) =>
    [
        .. alerts.Where(alert => alert.AcknowledgedBy is null && !IsFound(alert, findings)).Select(alert => new WorkEntry(alert, null)),
        .. findings.OrderByDescending(found => found.NeedsDecision).Select(found => new WorkEntry(null, found)),
    ];

    /// <summary>One impossible rise is one thing to do: the finding has the decision, the alert only says the same.</summary>
    private static bool IsFound(AlertView alert, IReadOnlyList<FindingView> findings) => alert.Kind == AlertKind.ImpossibleRate
        && findings.Any(found => found.Kind == FindingKind.ImpossibleRise && found.Source == alert.Source && found.Start <= alert.Since && alert.Since <= found.End);

    public bool NeedsSomebody => Alert is not null || Found is { NeedsDecision: true };
}
