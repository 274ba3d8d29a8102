using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Reads one item of <c>when:</c>.</summary>
internal sealed class ConditionReader(ProfileContext context, SourceReader sources)
{
    private static readonly string[] Tests = ["exists", "number", "equals", "not", "oneOf", "noneOf", "matches", "notMatches", "count"];

    public Condition? Read(YamlNode node, Variables variables)
    {
        if (YamlFields.Mapping(node, context, "a condition") is not { } map)
        {
            return null;
        }

        var fields = new YamlFields(map, context, ["path", "text", .. Tests]);
        var source = sources.Source(fields, variables);
        var given = Tests.Where(fields.Has).ToArray();
        if (given.Length != 1)
        {
            context.Report(map, $"a condition needs exactly one of {string.Join(", ", Tests)}");
            return null;
        }

        return source is null ? null : ReadTest(fields, given[0], source);
    }

    private Condition? ReadTest(YamlFields fields, string test, TextSource source)
    {
        switch (test)
        {
            case "exists":
                return Simple(source, fields.Flag(test) ? ConditionKind.Exists : ConditionKind.Missing);
            case "number":
                if (!fields.Flag(test))
                {
                    context.Report(fields.Node, "number: can only be true");
                }

                return Simple(source, ConditionKind.Number);
            case "equals" or "oneOf":
                return new Condition(source, ConditionKind.OneOf, fields.Texts(test), null, 0);
            case "not" or "noneOf":
                return new Condition(source, ConditionKind.NoneOf, fields.Texts(test), null, 0);
            case "count":
                return new Condition(source, ConditionKind.Count, [], null, Count(fields));
            default:
                var kind = test == "matches" ? ConditionKind.Matches : ConditionKind.NotMatches;
                return fields.Text(test) is { } text && sources.Pattern(fields.Find(test), text) is { } pattern
                    ? new Condition(source, kind, [], pattern, 0)
                    : null;
        }
    }

    private int Count(YamlFields fields)
    {
        if (int.TryParse(fields.Text("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        context.Report(fields.Find("count")!, "count: needs a whole number, such as 3");
        return 0;
    }

    private static Condition Simple(TextSource source, ConditionKind kind) => new(source, kind, [], null, 0);
}
