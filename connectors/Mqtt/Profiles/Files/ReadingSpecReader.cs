using EmulationPlatform.Sdk;
using YamlDotNet.RepresentationModel;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Reads one item of <c>readings:</c>; keys that it leaves out are taken from the rule.</summary>
internal sealed class ReadingSpecReader(ProfileContext context, SourceReader sources)
{
    /// <summary>Keys a rule may give for all its readings.</summary>
    public static readonly string[] SharedKeys = 
        ["metric", "kind", "direction", "channel", "unit", "factor", "sign", "time", "nothing", "min", "max"];

    public ReadingSpec? Read(YamlNode node, YamlFields rule, Variables outer)
    {
        if (YamlFields.Mapping(node, context, "a reading") is not { } map)
        {
            return null;
        }

        var own = new YamlFields(map, context, ["value", .. SharedKeys]);
        var variables = outer.Inner();
        var value = Value(own, variables);
        YamlFields Of(string key) => own.Has(key) ? own : rule;

        var metric = Metric(Of("metric"), own);
        var kind = Of("kind").Choice("kind", ("counter", SourceKind.Counter), ("gauge", SourceKind.Gauge));
        if (kind is null && Of("kind").Find("kind") is null)
        {
            context.Report(map, "kind: is missing; write counter (a register that grows) or gauge (a momentary value)");
        }

        var direction = Direction(Of("direction"), own, metric);
        var measure = Measure(metric, kind, map);
        var unit = Unit(Of("unit"), own, measure, variables);
        var channel = Of("channel").Text("channel") is { } text ? sources.Template(Of("channel").Find("channel"), text, variables) : null;
        var factor = sources.Factor(Of("factor").Find("factor"), own, variables);
        var sign = sources.Sign(Of("sign").Find("sign"), variables);
        var times = Of("time").Items("time").Select(item => sources.Time(item, variables)).OfType<TimeSpec>().ToArray();
        if (value is null || metric is null || kind is not { } known || unit is null || factor is null)
        {
            return null;
        }

        return new ReadingSpec
        {
            Value = value, Metric = metric, Kind = known, Direction = direction, Channel = channel, Unit = unit, Factor = factor, Sign = sign,
            Times = times, SharesTime = !own.Has("time"), Nothing = Of("nothing").Texts("nothing"),
            Least = Of("min").Number("min"), Most = Of("max").Number("max"),
        };
    }

    private TextSource? Value(YamlFields own, Variables variables)
    {
        var text = own.Required("value", "value: ENERGY.Total");
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] == '{' && text[^1] == '}' && variables.IndexOf(text[1..^1]) >= 0)
        {
            return sources.Template(own.Find("value"), text, variables) is { } template ? new TextSource(null, template) : null;
        }

        return sources.Path(own.Find("value"), text, variables) is { } path ? new TextSource(path, null) : null;
    }

    private ProfileMetric? Metric(YamlFields fields, YamlFields own)
    {
        if (fields.Text("metric") is not { } id)
        {
            context.Report(own.Node, $"metric: is missing; write one of {ProfileMetric.Known}");
            return null;
        }

        var metric = ProfileMetric.Of(id);
        if (metric is null)
        {
            context.Report(fields.Find("metric")!, $"metric '{id}' is not known; write one of {ProfileMetric.Known}");
        }

        return metric;
    }

    private FlowDirection Direction(YamlFields fields, YamlFields own, ProfileMetric? metric)
    {
        var given = fields.Choice(
            "direction",
            ("import", FlowDirection.Import), ("export", FlowDirection.Export), ("production", FlowDirection.Production), ("net", FlowDirection.Net));
        if (metric is { HasDirection: true } && given is null && fields.Find("direction") is null)
        {
            context.Report(own.Node, $"direction: is missing; {metric.Id} needs import, export, production or net (one signed value)");
        }

        // A rule's direction may serve its electricity while a parameter makes other readings water.
        return metric is { HasDirection: true } ? given ?? FlowDirection.None : FlowDirection.None;
    }

    private string Measure(ProfileMetric? metric, SourceKind? kind, YamlNode node)
    {
        if (metric is { GaugeMeasure: null } && kind == SourceKind.Gauge)
        {
            context.Report(node, $"{metric.Id} has counters only; write kind: counter");
        }

        return kind == SourceKind.Counter ? metric?.CounterMeasure ?? "" : metric?.GaugeMeasure ?? "";
    }

    private UnitSpec? Unit(YamlFields fields, YamlFields own, string measure, Variables variables)
    {
        if (fields.Find("unit") is not { } node)
        {
            context.Report(own.Node, $"unit: is missing; write the unit the device sends, one of {MeterUnit.Known}");
            return null;
        }

        return sources.Unit(node, measure, variables);
    }
}
