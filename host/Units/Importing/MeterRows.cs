using EmulationPlatform.Metering;
using EmulationPlatform.Sdk;
using EmulationPlatform.Sheets;
using EmulationPlatform.Storage.ReadingLog;
using EmulationPlatform.Storage.Tables;
using EmulationPlatform.Units.Facilities;
using EmulationPlatform.Units.Ledger;
using EmulationPlatform.Units.Registry;
using EmulationPlatform.Units.Views;

namespace EmulationPlatform.Units.Importing;

/// <summary>
/// Meters: known ones by id, or by topic and metric as a device would announce them. One that nobody has heard of yet is made,
/// and waits for its first reading.
/// </summary>
internal sealed class MeterRows(AgencySetup setup, AgencyRuntime runtime, ImportOptions options, Instant now)
{
    private const string Connector = "mqtt";
    private const string Profile = "import";

    private readonly Dictionary<string, (SourceRow Row, IReadOnlyList<Assignment> Assignments, string? Reason)> wanted = [];

    public void Take(RowValues row)
    {
        // All of a row is looked at, so that all that is wrong with it is said at once.
        var isByTopic = row.Text("source") is null;
        var kind = isByTopic ? Word<SourceKind>(row, "kind") : null;
        var direction = isByTopic ? Word<FlowDirection>(row, "direction") : null;
        var found = Source(row, kind, direction);
        var change = Change(row, found?.Row, kind, direction);
        if (row.IsFaulty || found is not { } before)
        {
            return;
        }

        if (!wanted.TryAdd(before.Row.Id, (before.Row, before.Assignments, change.Reason)))
        {
            row.Refuse(row.Text("source") is null ? "topic" : "source", $"{before.Row.Id} stands in the file twice.", "Keep one row per meter.");
            return;
        }

        try
        {
            var settings = SourceSettings.Apply(before.Row, change, runtime.Sources);
            var assignments = SourceSettings.Assign(before.Row.No, before.Assignments, change);
            assignments = AlreadySo(before.Assignments, change) ? before.Assignments : assignments;
            Require(settings, assignments, change.Reason);
            wanted[before.Row.Id] = (settings, assignments, change.Reason);
        }
        catch (ArgumentException e)
        {
            var (column, advice) = e.ParamName switch
            {
                "reason" => ("reason", "Fill the column reason, or say it for the whole file with --reason."),
                "assignments" => ("unit", "Take the other from its unit first."),
                _ => ("parent", "Correct the main meter."),
            };
            row.Refuse(column, Sentence(e), advice);
        }
    }

    public IEnumerable<PlannedChange> Changes()
    {
        foreach (var (id, (row, assignments, reason)) in wanted)
        {
            var known = runtime.Sources.Find(id);
            if (known is not null && known.Row == row && known.Assignments.SequenceEqual(assignments))
            {
                continue;
            }

            yield return new PlannedChange(
                SourceShape.Subject(id), known is null ? null : SourceShape.Of(known.Row, known.Assignments), SourceShape.Of(row, assignments),
                connection =>
                {
                    if (known is null)
                    {
                        SourceTable.Insert(connection, row);
                    }

                    SourceTable.Update(connection, row);
                    SourceTable.Assign(connection, row.No, assignments);
                    if (known is not null && RuleBook.Differs(known.Row, row))
                    {
                        HourTable.Clear(connection, row.No);
                    }
                }) { Reason = reason };
        }
    }

    /// <summary>A file can do no more than a person on the meter's page.</summary>
    private void Require(SourceRow settings, IReadOnlyList<Assignment> assignments, string? reason)
    {
        if (runtime.Sources.Find(settings.Id) is { } known)
        {
            VirtualSources.RequireCountedOnce(runtime.Sources, known, assignments);
            SettingsReason.Require(runtime.Sources, known, settings, assignments, reason);
        }
    }

    /// <summary>Without the name of the parameter that .NET adds.</summary>
    private static string Sentence(ArgumentException e) => e.Message.Split(" (Parameter '", 2)[0];

    private (SourceRow Row, IReadOnlyList<Assignment> Assignments)? Source(RowValues row, SourceKind? wantedKind, FlowDirection? wantedDirection)
    {
        if (row.Text("source") is { } id)
        {
            if (runtime.Sources.Find(id) is { } known)
            {
                return (known.Row, known.Assignments);
            }

            row.Refuse("source", $"There is no source {id}.", "Take an id from the list of sources, or leave it out and give topic and metric.");
            return null;
        }

        var (topic, metricId, metric) = (row.Text("topic"), row.Text("metric"), (Metric?)null);
        if (topic is null || metricId is null)
        {
            row.Refuse("topic", "Neither a source nor topic and metric are given.", "Fill source, or topic and metric.");
        }

        if (metricId is not null && !setup.Metrics.TryGetValue(metricId, out metric))
        {
            row.Refuse("metric", $"There is no metric {metricId}.", $"Write one of {string.Join(", ", setup.Metrics.Keys.Order(StringComparer.Ordinal))}.");
        }

        if (topic is null || metric is null)
        {
            return null;
        }

        var kind = wantedKind ?? SourceKind.Counter;
        var direction = wantedDirection ?? (metric.Id == "electricity" ? FlowDirection.Import : FlowDirection.None);
        var measure = kind == SourceKind.Counter ? metric.CounterMeasure : metric.GaugeMeasure ?? metric.CounterMeasure;
        var descriptor = new SourceDescriptor(Connector, Profile, topic, metric.Id, kind, direction, row.Text("channel"), measure);
        return runtime.Sources.Find(descriptor.Id) is { } source
            ? (source.Row, source.Assignments)
            : (new SourceRow(
                runtime.Sources.TakeNo(), descriptor.Id, Connector, Profile, topic, metric.Id, kind, direction, descriptor.Channel, measure, now), []);
    }

    /// <param name="before">Null when it is not known which source the row is about.</param>
    private SourceChange Change(RowValues row, SourceRow? before, SourceKind? kind, FlowDirection? direction) =>
        SourceChange.Nothing with
        {
            Unit = Unit(row),
            AssignedFrom = row.Date("from", options.Times) is { } day ? setup.Calendar.StartOf(day) : null,
            Kind = kind,
            Direction = direction,
            Measure = before is null ? null : Measure(row, before),
            Factor = Positive(row, "factor"),
            RegisterWidth = Positive(row, "registerWidth"),
            MaxRatePerHour = Positive(row, "maxRate"),
            Label = row.Text("label"),
            Place = row.Text("place"),
            Parent = row.Text("parent"),
            Reason = row.Text("reason") ?? options.Reason,
        };

    private string? Unit(RowValues row)
    {
        var unit = row.Text("unit");
        if (unit is not null && runtime.Find(unit) is null)
        {
            row.Refuse("unit", $"There is no unit {unit}.", "Import the units first, or correct the id.");
        }

        return unit;
    }

    private string? Measure(RowValues row, SourceRow before)
    {
        var measure = row.Text("measure");
        if (measure is not null && setup.Metrics.TryGetValue(before.Metric, out var metric) && !SourceMeasures.Of(metric, before.Kind).Contains(measure))
        {
            row.Refuse("measure", $"{measure} is no measure of {before.Metric}.", $"Write one of {string.Join(", ", SourceMeasures.Of(metric, before.Kind))}.");
        }

        return measure;
    }

    private decimal? Positive(RowValues row, string column)
    {
        var number = row.Number(column, options.Numbers);
        if (number is <= 0m)
        {
            row.Refuse(column, "It must be above 0.", "Correct the number, or leave the cell empty.");
        }

        return number;
    }

    private static T? Word<T>(RowValues row, string column)
        where T : struct, Enum
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        if (Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } name)
        {
            return Enum.Parse<T>(name);
        }

        row.Refuse(column, $"'{text}' is not known.", $"Write one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
        return null;
    }

    /// <summary>The meter counts for that unit already, from that day or without one: importing a list twice changes nothing.</summary>
    private static bool AlreadySo(IReadOnlyList<Assignment> assignments, SourceChange change) =>
        change.Unit is { } unit && assignments.FirstOrDefault(assignment => assignment.To is null) is { Key: ShareKey.Whole } current && current.Unit == unit
        && (change.AssignedFrom is not { } from || current.From == Hour.Of(from));
}
