using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units;

/// <summary>What a person's change makes of a source's settings and assignments.</summary>
internal static class SourceSettings
{
    public static SourceRow Apply(SourceRow row, SourceChange change) => row with
    {
        Metric = change.Metric ?? row.Metric,
        Kind = change.Kind ?? row.Kind,
        Direction = change.Direction ?? row.Direction,
        Measure = change.Measure ?? row.Measure,
        Factor = change.Factor ?? row.Factor,
        RegisterWidth = change.RegisterWidth ?? row.RegisterWidth,
        MaxRatePerHour = change.MaxRatePerHour ?? row.MaxRatePerHour,
    };

    /// <summary>
    /// Without a date the unit gets everything the source ever sent. With one, the unit before keeps what lies before it.
    /// </summary>
    public static IReadOnlyList<Assignment> Assign(int source, IReadOnlyList<Assignment> before, SourceChange change)
    {
        if (change.Unit is null)
        {
            return before;
        }

        var from = change.AssignedFrom is { } instant ? Hour.Of(instant) : (Hour?)null;
        var kept = from is { } start
            ? before.Where(assignment => assignment.From is not { } begun || begun < start)
                .Select(assignment => assignment with { To = assignment.To is { } end && end < start ? end : start })
            : [];
        return change.Unit.Length == 0 ? [.. kept] : [.. kept, new Assignment(source, change.Unit, from, null)];
    }
}
