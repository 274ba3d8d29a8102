using System.Collections.Frozen;
using YamlDotNet.RepresentationModel;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Reads paths, templates and patterns, and the small parts that consist of them.</summary>
internal sealed class SourceReader(ProfileContext context)
{
    public JsonPath? Path(YamlNode? node, string text, Variables variables)
    {
        var path = JsonPathReader.Read(text, variables, out var problem);
        if (problem is not null && node is not null)
        {
            context.Report(node, problem);
        }

        return path;
    }

    public Template? Template(YamlNode? node, string text, Variables variables)
    {
        var template = Profiles.Template.Read(text, variables, out var problem);
        if (problem is not null && node is not null)
        {
            context.Report(node, problem);
        }

        return template;
    }

    /// <summary>The keys <c>path</c> or <c>text</c>; names in the path may be new, and are not kept.</summary>
    public TextSource? Source(YamlFields fields, Variables variables)
    {
        if (fields.Has("path") == fields.Has("text"))
        {
            context.Report(fields.Node, "write either path: (where in the message) or text: (made of names, such as \"{name}\")");
            return null;
        }

        if (fields.Text("path") is { } path)
        {
            return Path(fields.Find("path"), path, variables.Inner()) is { } found ? new TextSource(found, null) : null;
        }

        var template = fields.Text("text") is { } text ? Template(fields.Find("text"), text, variables) : null;
        return template is null ? null : new TextSource(null, template);
    }

    public TextPattern? Pattern(YamlNode? node, string text)
    {
        var pattern = Patterns.Of(text, out var problem);
        if (problem is not null)
        {
            context.Report(node!, problem);
        }

        return pattern;
    }

    public UnitSpec? Unit(YamlNode? node, string measure, Variables variables)
    {
        if (node is YamlScalarNode { Value: { } text })
        {
            return UnitOf(node, text, measure) is { } unit ? new UnitSpec(unit, null) : null;
        }

        if (YamlFields.Mapping(node, context, "unit:") is not { } map)
        {
            return null;
        }

        var fields = new YamlFields(map, context, "path", "text", "default");
        var source = Source(fields, variables);
        var usual = fields.Text("default") is { } word ? UnitOf(fields.Find("default")!, word, measure) : null;
        return source is null ? null : new UnitSpec(usual, source);
    }

    public FactorSpec? Factor(YamlNode? node, YamlFields parent, Variables variables)
    {
        if (node is null)
        {
            return FactorSpec.One;
        }

        if (node is not YamlMappingNode map)
        {
            return parent.AsNumber(node, "factor") is { } number ? new FactorSpec(number, null, null) : null;
        }

        var fields = new YamlFields(map, context, "path", "text", "table", "default");
        var source = Source(fields, variables);
        var table = new Dictionary<string, decimal>();
        if (YamlFields.Mapping(fields.Find("table"), context, "table:") is { } entries)
        {
            foreach (var (key, value) in entries.Children)
            {
                table[(key as YamlScalarNode)?.Value ?? ""] = fields.AsNumber(value, "factor") ?? 1;
            }
        }
        else
        {
            context.Report(map, "table: is missing; write for example table: { \"5\": 0.01 }");
        }

        return source is null ? null : new FactorSpec(fields.Number("default"), source, table.ToFrozenDictionary());
    }

    public SignSpec? Sign(YamlNode? node, Variables variables)
    {
        if (YamlFields.Mapping(node, context, "sign:") is not { } map)
        {
            return null;
        }

        var fields = new YamlFields(map, context, "path", "text", "negative");
        var words = fields.Texts("negative");
        if (words.Length == 0)
        {
            context.Report(map, "negative: is missing; write the words that make the value negative, such as negative: producing");
        }

        return Source(fields, variables) is { } source ? new SignSpec(source, words) : null;
    }

    public TimeSpec? Time(YamlNode node, Variables variables)
    {
        if (node is YamlScalarNode { Value: { } text })
        {
            var path = Path(node, text, variables.Inner());
            return path is null ? null : new TimeSpec(new TextSource(path, null), [TimeFormat.Iso], Utc: false, []);
        }

        if (YamlFields.Mapping(node, context, "time:") is not { } map)
        {
            return null;
        }

        var fields = new YamlFields(map, context, "path", "text", "format", "zone", "nothing");
        var formats = fields.Items("format").Select(Format).OfType<TimeFormat>().ToArray();
        var utc = fields.Choice("zone", ("site", false), ("utc", true)) ?? false;
        return Source(fields, variables) is { } source
            ? new TimeSpec(source, formats.Length == 0 ? [TimeFormat.Iso] : formats, utc, fields.Texts("nothing"))
            : null;
    }

    private TimeFormat? Format(YamlNode node)
    {
        var format = node is YamlScalarNode { Value: { } text } ? TimeFormat.From(text) : null;
        if (format is null)
        {
            context.Report(node, "format: needs iso, unix, unixMs or a pattern with year to minute, such as \"yyyy.MM.dd HH:mm:ss\"");
        }

        return format;
    }

    private MeterUnit? UnitOf(YamlNode node, string text, string measure)
    {
        var unit = MeterUnit.Of(text);
        if (unit is null)
        {
            context.Report(node, $"unit '{text}' is not known; write one of {MeterUnit.Known}");
        }
        else if (measure.Length > 0 && unit.Measure != measure)
        {
            context.Report(node, $"unit {text} does not give {measure}, which this metric and kind need");
        }

        return unit;
    }
}
