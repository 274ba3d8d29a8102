using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Registry;

namespace EmulationPlatform.Units.Facilities;

/// <summary>Settings hold for all that a source ever sent: changing them changes what units have used, and that needs a reason.</summary>
internal static class SettingsReason
{
    /// <exception cref="ArgumentException">There is none and it is needed; the message says for what.</exception>
    public static void Require(SourceRegistry sources, SourceEntry entry, SourceRow row, IReadOnlyList<Assignment> assignments, string? reason)
    {
        if (!string.IsNullOrWhiteSpace(reason) || !IsCounted(sources, entry))
        {
            return;
        }

        var changed = Changed(entry.Row, row).ToList();
        if (!IsSame(entry.Assignments, assignments))
        {
            changed.Add(entry.Assignments.Any(stretch => stretch.From is not null) ? "unit (its dated stretches)" : "unit");
        }

        if (changed.Count > 0)
        {
            throw new ArgumentException(
                $"{entry.Row.Id} has counted for a unit; changing {string.Join(", ", changed)} changes what was counted. Write a reason.", nameof(reason));
        }
    }

    /// <summary>While nobody has it, alone or within a sum, no unit's figures change: the first assignment needs no reason.</summary>
    private static bool IsCounted(SourceRegistry sources, SourceEntry entry) =>
        entry.Assignments.Count > 0 || sources.All.Any(other => other.Assignments.Count > 0 && other.Terms.Any(term => term.Term == entry.No));

    private static IEnumerable<string> Changed(SourceRow before, SourceRow after) => new[]
    {
        (Name: "metric", IsSame: before.Metric == after.Metric),
        (Name: "kind", IsSame: before.Kind == after.Kind),
        (Name: "direction", IsSame: before.Direction == after.Direction),
        (Name: "measure", IsSame: before.Measure == after.Measure),
        (Name: "factor", IsSame: before.Factor == after.Factor),
        (Name: "registerWidth", IsSame: before.RegisterWidth == after.RegisterWidth),
        (Name: "maxRate", IsSame: before.MaxRatePerHour == after.MaxRatePerHour),
        (Name: "parent", IsSame: before.Parent == after.Parent),
        (Name: "counted", IsSame: before.Counted == after.Counted),
    }.Where(setting => !setting.IsSame).Select(setting => setting.Name);

    private static bool IsSame(IReadOnlyList<Assignment> before, IReadOnlyList<Assignment> after) =>
        before.Count == after.Count && before.ToHashSet().SetEquals(after);
}
