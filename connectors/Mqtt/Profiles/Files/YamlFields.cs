using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>A YAML mapping whose keys are all known. Reports what is wrong and goes on, so that all mistakes show at once.</summary>
internal sealed class YamlFields
{
    private readonly ProfileContext context;
    private readonly YamlMappingNode node;

    public YamlFields(YamlMappingNode node, ProfileContext context, params ReadOnlySpan<string> known)
    {
        this.node = node;
        this.context = context;
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!known.Contains(name))
            {
                context.Report(key, $"unknown key '{name}'; known here: {string.Join(", ", known.ToArray())}");
            }
        }
    }

    public YamlNode Node => node;

    /// <summary>A mapping or, with a problem reported, null.</summary>
    public static YamlMappingNode? Mapping(YamlNode? node, ProfileContext context, string what)
    {
        if (node is not null and not YamlMappingNode)
        {
            context.Report(node, $"{what} needs keys, one per line: key: value");
        }

        return node as YamlMappingNode;
    }

    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    public YamlNode? Find(string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? context.Resolve(value) : null;

    /// <summary>The items of a list; a single value counts as a list of one.</summary>
    public IEnumerable<YamlNode> Items(string key)
    {
        var items = Find(key) switch
        {
            null => [],
            YamlSequenceNode list => list.Children,
            var single => (IEnumerable<YamlNode>)[single],
        };
        return items.Select(context.Resolve).OfType<YamlNode>();
    }

    public string? Text(string key) => Find(key) is { } value ? AsText(value, key) : null;

    public string Required(string key, string example)
    {
        if (!Has(key))
        {
            context.Report(node, $"{key}: is missing; write for example {example}");
        }

        return Text(key) ?? "";
    }

    public string[] Texts(string key) => [.. Items(key).Select(item => AsText(item, key)).OfType<string>()];

    public decimal? Number(string key) => Find(key) is { } value ? AsNumber(value, key) : null;

    public decimal? AsNumber(YamlNode value, string key)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (value is YamlScalarNode scalar && decimal.TryParse(scalar.Value, style, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= 1_000_000_000)
        {
            return number;
        }

        context.Report(value, $"{key}: needs a number with a decimal point between -1000000000 and 1000000000, such as 0.001");
        return null;
    }

    public bool Flag(string key)
    {
        var text = Text(key);
        if (text is not (null or "true" or "false"))
        {
            context.Report(Find(key)!, $"{key}: needs true or false");
        }

        return text == "true";
    }

    /// <summary>One of a few words.</summary>
    public T? Choice<T>(string key, params ReadOnlySpan<(string Word, T Value)> choices)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        var words = new List<string>();
        foreach (var (word, _) in choices)
        {
            words.Add(word);
        }

        context.Report(Find(key)!, $"{key}: '{text}' is not known; write {string.Join(", ", words)}");
        return null;
    }

    private string? AsText(YamlNode value, string key)
    {
        if (value is YamlScalarNode { Value: { } text })
        {
            return text;
        }

        context.Report(value, $"{key}: needs one text here, not a list or further keys");
        return null;
    }
}
