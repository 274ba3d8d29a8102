using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units;

/// <summary>What a person's change makes of a source's settings and assignments.</summary>
internal static class SourceSettings
{
    /// <exception cref="ArgumentException">The main meter is unknown or lies behind the source itself; the message says so.</exception>
    public static SourceRow Apply(SourceRow row, SourceChange change, SourceRegistry sources) => row with
    {
        Metric = change.Metric ?? row.Metric,
        Kind = change.Kind ?? row.Kind,
        Direction = change.Direction ?? row.Direction,
        Measure = change.Measure ?? row.Measure,
        Factor = change.Factor ?? row.Factor,
        RegisterWidth = change.ForgetRegisterWidth ? null : change.RegisterWidth ?? row.RegisterWidth,
        MaxRatePerHour = change.ForgetMaxRate ? null : change.MaxRatePerHour ?? row.MaxRatePerHour,
        Label = Text(change.Label, row.Label),
        Place = Text(change.Place, row.Place),
        Parent = Parent(row, change, sources),
        Counted = change.Counted ?? row.Counted,
    };

    /// <summary>
    /// Without a date the unit gets everything the source ever sent. With one, the unit before keeps what lies before it.
    /// </summary>
    public static IReadOnlyList<Assignment> Assign(int source, IReadOnlyList<Assignment> before, SourceChange change)
    {
        if (change.Unit is null && change.Sharing is null)
        {
            return before;
        }

        var from = change.AssignedFrom is { } instant ? Hour.Of(instant) : (Hour?)null;
        var kept = from is { } start
            ? before.Where(assignment => assignment.From is not { } begun || begun < start)
                .Select(assignment => assignment with { To = assignment.To is { } end && end < start ? end : start })
            : [];
        return [.. kept, .. New(source, change, from)];
    }

    private static IEnumerable<Assignment> New(int source, SourceChange change, Hour? from)
    {
        if (change.Sharing is { } sharing)
        {
            return sharing.Weights.Select(part => new Assignment(source, part.Key, from, null) { Key = sharing.Key, Weight = part.Value, Reason = sharing.Reason });
        }

        return change.Unit!.Length == 0 ? [] : [new Assignment(source, change.Unit, from, null)];
    }

    private static string? Text(string? wanted, string? now) => wanted is null ? now : wanted.Trim() is { Length: > 0 } text ? text : null;

    private static int? Parent(SourceRow row, SourceChange change, SourceRegistry sources)
    {
        if (change.Parent is not { Length: > 0 } id)
        {
            return change.Parent is null ? row.Parent : null;
        }

        var parent = sources.Find(id) ?? throw new ArgumentException($"There is no source {id}.", nameof(change));
        for (var above = parent; above is not null; above = above.Row.Parent is { } no ? sources.Find(no) : null)
        {
            if (above.No == row.No)
            {
                throw new ArgumentException($"{id} lies behind {row.Id} itself; a meter cannot be behind its own sub-meter.", nameof(change));
            }
        }

        return parent.Row.Metric == row.Metric
            ? parent.No
            : throw new ArgumentException($"{id} measures {parent.Row.Metric}, {row.Id} measures {change.Metric ?? row.Metric}; a main meter measures the same.", nameof(change));
    }
}
