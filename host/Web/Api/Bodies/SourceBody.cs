using System.Text.Json;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Body of <c>PUT /api/v1/sources/{source}</c>. What is left out stays as it is.</summary>
internal static class SourceBody
{
    /// <param name="units">Ids that a source can count for.</param>
    public static SourceChange? Parse(
        JsonElement json, IReadOnlyCollection<string> units, IReadOnlyDictionary<string, Metric> metrics, AgencyCalendar calendar, FieldErrors errors)
    {
        var body = new ObjectReader(
            json, "", errors, "unit", "assignedFrom", "from", "metric", "kind", "direction", "measure", "factor", "registerWidth", "maxRate");
        if (!body.IsObject)
        {
            return null;
        }

        var change = new SourceChange(
            Unit(body, units),
            From(body, calendar),
            Metric(body, metrics),
            body.Word<SourceKind>("kind"),
            body.Word<FlowDirection>("direction"),
            Measure(body, metrics),
            body.Number("factor", 0, orEqual: false),
            body.Number("registerWidth", 0, orEqual: false),
            body.Number("maxRate", 0, orEqual: false));
        foreach (var name in (string[])["metric", "kind", "direction", "measure", "factor", "registerWidth", "maxRate"])
        {
            if (body.Member(name) is { ValueKind: JsonValueKind.Null })
            {
                body.Wrong(name, "Null says nothing here; leave it out to keep it as it is.");
            }
        }

        return errors.Any ? null : change;
    }

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

    private static string? Measure(ObjectReader body, IReadOnlyDictionary<string, Metric> metrics)
    {
        var measure = body.Text("measure");
        var known = metrics.Values.SelectMany(metric => (string?[])[metric.CounterMeasure, metric.GaugeMeasure]).OfType<string>().Append("pulses").Distinct().ToList();
        if (measure is not null && !known.Contains(measure))
        {
            body.Wrong("measure", $"'{measure}' is not one of {string.Join(", ", known)}; other measures need a factor.");
        }

        return measure;
    }
}
