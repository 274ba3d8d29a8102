using YamlDotNet.RepresentationModel;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Reads one item of <c>rules:</c>.</summary>
internal sealed class RuleReader
{
    private readonly ProfileContext context;
    private readonly SourceReader sources;
    private readonly ConditionReader conditions;
    private readonly CaptureSpecReader captures;
    private readonly ReadingSpecReader readings;

    public RuleReader(ProfileContext context)
    {
        this.context = context;
        sources = new SourceReader(context);
        conditions = new ConditionReader(context, sources);
        captures = new CaptureSpecReader(context, sources);
        readings = new ReadingSpecReader(context, sources);
    }

    /// <summary>One rule per topic it names.</summary>
    public IEnumerable<Rule> Read(YamlNode node)
    {
        if (YamlFields.Mapping(node, context, "a rule") is not { } map)
        {
            yield break;
        }

        var fields = new YamlFields(
            map, context, ["topic", "payload", "when", "each", "where", "capture", "columns", "readings", "ignore", .. ReadingSpecReader.SharedKeys]);
        var topics = fields.Items("topic").ToArray();
        if (topics.Length == 0)
        {
            context.Report(map, "topic: is missing; write for example topic: tele/{device}/SENSOR");
        }

        if (fields.Flag("ignore") == fields.Has("readings"))
        {
            context.Report(map, "write either readings: (what to read) or ignore: true (known, holds nothing to read)");
        }

        if (fields.Has("where") && !fields.Has("each"))
        {
            context.Report(map, "where: asks about the elements of each:, which is missing; write when: to ask about the message");
        }

        foreach (var topic in topics)
        {
            if (Read(topic, fields) is { } rule)
            {
                yield return rule;
            }
        }
    }

    public TopicPattern? Topic(YamlNode node, Variables variables)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        var topic = TopicPattern.Read(text, variables, out var problem);
        if (problem is not null)
        {
            context.Report(node, problem);
        }

        return topic;
    }

    private Condition[] Conditions(string key, YamlFields fields, Variables variables) =>
        [.. fields.Items(key).Select(item => conditions.Read(item, variables)).OfType<Condition>()];

    private Rule? Read(YamlNode topicNode, YamlFields fields)
    {
        var variables = new Variables();
        var topic = Topic(topicNode, variables);
        var topicSlots = variables.Count;
        var when = Conditions("when", fields, variables);
        var each = fields.Text("each") is { } path ? sources.Path(fields.Find("each"), path, variables) : null;
        var where = Conditions("where", fields, variables);
        var capture = captures.Read(fields, variables);
        var payload = fields.Choice("payload", ("json", PayloadForm.Json), ("text", PayloadForm.Text), ("sparkplugB", PayloadForm.SparkplugB));
        var specs = fields.Items("readings").Select(item => readings.Read(item, fields, variables)).OfType<ReadingSpec>().ToArray();
        return topic is null ? null : new Rule
        {
            Topic = topic,
            // A rule that ignores a whole topic does so whatever the payload is.
            Payload = payload ?? (specs.Length == 0 && when.Length == 0 && each is null ? PayloadForm.Text : PayloadForm.Json),
            When = when,
            Where = where,
            Each = each,
            Capture = capture,
            Readings = specs,
            TopicSlots = topicSlots,
        };
    }
}
