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
    /// <exception cref="ArgumentException">Nobody would get anything, or somebody twice.</exception>
    public static IReadOnlyList<Assignment> Assign(int source, IReadOnlyList<Assignment> before, SourceChange change)
    {
        Check(change);
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

    private static void Check(SourceChange change)
    {
        if (change.Sharing is not { } sharing)
        {
            return;
        }

        var weights = sharing.Weights;
        var isFair = sharing.Key != ShareKey.Whole && weights.Count > 0 && weights.Select(part => part.Key).Distinct().Count() == weights.Count
            && (sharing.Key != ShareKey.Fixed || (weights.All(part => part.Value >= 0m) && weights.Any(part => part.Value > 0m)));
        if (!isFair)
        {
            throw new ArgumentException("A shared meter needs a key, each unit once, and weights of 0 or above with one above 0.", nameof(change));
        }
    }

    private static string? Text(string? wanted, string? now) => wanted is null ? now : wanted.Trim() is { Length: > 0 } text ? text : null;

    private static int? Parent(SourceRow row, SourceChange change, SourceRegistry sources)
    {
        if (change.Parent is not { Length: > 0 } id)
        {
            return change.Parent is null ? row.Parent : null;
        }

        var parent = sources.Find(id) ?? throw new ArgumentException($"There is no source {id}.", nameof(change));
        if (parent.IsVirtual)
        {
            throw new ArgumentException($"{id} is made of other sources; a main meter is a meter.", nameof(change));
        }

        var tree = new MeterTree([.. sources.All]);
        for (var above = parent; above is not null; above = tree.ParentOf(above))
        {
            if (above.No == row.No)
            {
                throw new ArgumentException($"{id} lies behind {row.Id} itself; a meter cannot be behind its own sub-meter.", nameof(change));
            }
        }

        return parent.Row.Metric == (change.Metric ?? row.Metric)
            ? parent.No
            : throw new ArgumentException($"{id} measures {parent.Row.Metric}, {row.Id} measures {change.Metric ?? row.Metric}; a main meter measures the same.", nameof(change));
    }
}
