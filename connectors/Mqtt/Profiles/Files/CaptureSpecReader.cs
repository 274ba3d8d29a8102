using YamlDotNet.RepresentationModel;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Reads <c>capture:</c> (a pattern with named groups) and <c>columns:</c> (a line of values).</summary>
internal sealed class CaptureSpecReader(ProfileContext context, SourceReader sources)
{
    public TextCapture? Read(YamlFields rule, Variables variables)
    {
        if (rule.Has("capture") && rule.Has("columns"))
        {
            context.Report(rule.Node, "write either capture: or columns:, not both");
            return null;
        }

        return YamlFields.Mapping(rule.Find("capture"), context, "capture:") is { } capture ? ReadPattern(capture, variables)
            : YamlFields.Mapping(rule.Find("columns"), context, "columns:") is { } columns ? ReadColumns(columns, variables)
            : null;
    }

    private TextCapture? ReadPattern(YamlMappingNode map, Variables variables)
    {
        var fields = new YamlFields(map, context, "path", "text", "pattern");
        var source = sources.Source(fields, variables);
        var text = fields.Required("pattern", "pattern: '^(?<value>[0-9.]+) kWh$'");
        if (source is null || sources.Pattern(fields.Find("pattern"), text) is not { } pattern)
        {
            return null;
        }

        var groups = pattern.Groups.Where(KeyPatternReader.IsName).ToArray();
        if (groups.Length == 0)
        {
            context.Report(fields.Node, "the pattern names no part; write (?<value>…) around what is to be read");
        }

        return new TextCapture(source, pattern, groups, ' ', [.. groups.Select(variables.Bind)]);
    }

    private TextCapture? ReadColumns(YamlMappingNode map, Variables variables)
    {
        var fields = new YamlFields(map, context, "path", "text", "separator", "names");
        var source = sources.Source(fields, variables);
        var separator = fields.Text("separator") ?? ",";
        if (separator.Length != 1 || separator[0] > 127)
        {
            context.Report(fields.Node, "separator: needs one character, such as \";\"");
        }

        var slots = new List<int>();
        foreach (var name in fields.Items("names"))
        {
            var text = (name as YamlScalarNode)?.Value ?? "";
            if (text is not "_" && !KeyPatternReader.IsName(text))
            {
                context.Report(name, $"column '{text}' is not a name; use letters and digits, or _ for a column that is not needed");
            }

            slots.Add(KeyPatternReader.IsName(text) ? variables.Bind(text) : -1);
        }

        if (slots.Count == 0)
        {
            context.Report(fields.Node, "names: is missing; write the columns in order, such as names: [time, total, _]");
        }

        return source is null || separator.Length != 1 ? null : new TextCapture(source, null, [], separator[0], [.. slots]);
    }
}
