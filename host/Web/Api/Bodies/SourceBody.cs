using System.Text.Json;
using EmulationPlatform.Storage.ReadingLog;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>PUT /api/v1/sources/{source}</c>. What is left out stays as it is.</summary>
internal static class SourceBody
{
    private static readonly string[] Settings = ["metric", "kind", "direction", "measure", "factor"];
    private static readonly string[] Forgettable = ["registerWidth", "maxRate"];
    private static readonly string[] Words = ["label", "place", "parent"];

    /// <param name="present">The source as it is; null when there is none of that name.</param>
    /// <param name="units">Ids that a source can count for.</param>
    public static SourceChange? Parse(
        JsonElement json, SourceView? present, IReadOnlyCollection<string> units, IReadOnlyDictionary<string, Metric> metrics, AgencyCalendar calendar, FieldErrors errors)
    {
        var body = new ObjectReader(
            json, "", errors, ["unit", "assignedFrom", "from", "sharing", .. Settings, .. Forgettable, .. Words, "counted", "reason"]);
        if (!body.IsObject)
        {
            return null;
        }

        var change = new SourceChange(
            Unit(body, units), From(body, calendar), Metric(body, metrics), body.Word<SourceKind>("kind"), body.Word<FlowDirection>("direction"), body.Text("measure"),
            body.Number("factor", 0, orEqual: false), body.Number("registerWidth", 0, orEqual: false), body.Number("maxRate", 0, orEqual: false))
        {
            ForgetRegisterWidth = IsNull(body, "registerWidth"),
            ForgetMaxRate = IsNull(body, "maxRate"),
            Label = OrTakenAway(body, "label"),
            Place = OrTakenAway(body, "place"),
            Parent = OrTakenAway(body, "parent"),
            Counted = body.Word<CountRule>("counted"),
            Sharing = SharingBody.Parse(body, units, errors),
            Reason = body.Text("reason", 500),
        };
        Check(body, change, present, metrics);
        return errors.Any ? null : change;
    }

    private static void Check(ObjectReader body, SourceChange change, SourceView? present, IReadOnlyDictionary<string, Metric> metrics)
    {
        foreach (var name in Settings.Append("counted").Where(name => IsNull(body, name)))
        {
            body.Wrong(name, "Null says nothing here; leave it out to keep it as it is.");
        }

        if (body.Has("sharing") && body.Member("unit") is not null)
        {
            body.Wrong("sharing", "Write unit for one unit, or sharing for several, not both.");
        }

        if (present is { Terms.Count: > 0 })
        {
            foreach (var name in Settings.Concat(Forgettable).Where(name => body.Member(name) is not null))
            {
                body.Wrong(name, "A virtual source has no register; this is set on the sources it adds up.");
            }
        }
        else if (change.Metric is not null || change.Kind is not null || change.Measure is not null)
        {
            CheckMeasure(body, change, present, metrics);
        }
    }

    /// <summary>Metric, kind and measure have to fit each other as they will be, whichever of them is said.</summary>
    private static void CheckMeasure(ObjectReader body, SourceChange change, SourceView? present, IReadOnlyDictionary<string, Metric> metrics)
    {
        var (measure, kind) = (change.Measure ?? present?.Measure, change.Kind ?? present?.Kind ?? SourceKind.Counter);
        if (measure is null || !metrics.TryGetValue(change.Metric ?? present?.Metric ?? "", out var metric))
        {
            return;
        }

        var fitting = SourceMeasures.Of(metric, kind);
        if (!fitting.Contains(measure))
        {
            body.Wrong("measure", $"'{measure}' is not a measure of a {(kind == SourceKind.Counter ? "counter" : "gauge")} of {metric.Id}; write one of {string.Join(", ", fitting)}.");
        }
    }

    private static bool IsNull(ObjectReader body, string name) => body.Member(name) is { ValueKind: JsonValueKind.Null };

    /// <summary>Null in JSON takes it away, as empty text does.</summary>
    private static string? OrTakenAway(ObjectReader body, string name) => IsNull(body, name) ? "" : body.Text(name);

    /// <summary>Null in JSON takes the source away from its unit, as empty text does.</summary>
    private static string? Unit(ObjectReader body, IReadOnlyCollection<string> units)
    {
        if (body.Member("unit") is { ValueKind: JsonValueKind.Null })
        {
            return "";
        }

        var unit = body.Text("unit");
        if (unit is { Length: > 0 } && !units.Contains(unit))
        {
            body.Wrong("unit", units.Count == 0
                ? "There are no units yet; add one with PUT /api/v1/units/{unit}."
                : $"There is no unit '{unit}'; write one of {string.Join(", ", units.Order(StringComparer.Ordinal).Take(20))}.");
        }

        return unit;
    }

    private static Instant? From(ObjectReader body, AgencyCalendar calendar)
    {
        if (body.Has("assignedFrom") && body.Has("from"))
        {
            body.Wrong("from", "It says the same as assignedFrom; write one of them.");
        }

        return body.Time(body.Has("from") ? "from" : "assignedFrom", calendar);
    }

    private static string? Metric(ObjectReader body, IReadOnlyDictionary<string, Metric> metrics)
    {
        var metric = body.Text("metric");
        if (metric is not null && !metrics.ContainsKey(metric))
        {
            body.Wrong("metric", $"There is no metric '{metric}'; write one of {string.Join(", ", metrics.Keys.Order(StringComparer.Ordinal))}.");
        }

        return metric;
    }
}
