using YamlDotNet.RepresentationModel;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Makes a profile of a file, strictly: a file with any mistake gives no profile.</summary>
internal static class ProfileReader
{
    private const int UsualOrder = 100;

    /// <param name="extended">The profile that the file extends, or null when it extends none.</param>
    public static Profile? Read(ProfileFile file, ProfileFile? extended, List<ProfileProblem> problems)
    {
        var before = problems.Count;
        var own = new ProfileContext(file.Name, problems);
        var fields = Fields(file, own);
        var id = fields.Required("profile", "profile: cellar-water");
        var order = fields.Number("order");
        var rules = file.Extends is null ? Rules(file, fields, own) : ExtendedRules(file, fields, extended, own, problems);
        var only = Only(fields, own);
        if (id.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
        {
            own.Report(fields.Find("profile")!, $"profile: '{id}' may have letters, digits and hyphens only");
        }

        return problems.Count > before ? null : new Profile(id, (int)(order ?? UsualOrder), only, rules);
    }

    private static YamlFields Fields(ProfileFile file, ProfileContext context) =>
        new(file.Root, context, "profile", "title", "order", "parameters", "extends", "topics", "rules");

    private static Rule[] Rules(ProfileFile file, YamlFields fields, ProfileContext context)
    {
        foreach (var (key, name, value) in Parameters(fields, context))
        {
            if (!KeyPatternReader.IsName(name))
            {
                context.Report(key, $"parameter '{name}' is not a name; use letters and digits, starting with a letter");
            }

            context.Declare(name, value);
        }

        if (fields.Find("rules") is not YamlSequenceNode { Children.Count: > 0 })
        {
            context.Report(file.Root, "rules: is missing; write a list of rules, or extends: with the name of a profile");
            return [];
        }

        var reader = new RuleReader(context);
        return [.. fields.Items("rules").SelectMany(reader.Read)];
    }

    private static Rule[] ExtendedRules(
        ProfileFile file, YamlFields fields, ProfileFile? extended, ProfileContext own, List<ProfileProblem> problems)
    {
        if (extended is null || extended.Extends is not null)
        {
            own.Report(fields.Find("extends")!, $"profile '{file.Extends}' is not there to be extended; use the name of one with rules of its own");
            return [];
        }

        if (fields.Has("rules"))
        {
            own.Report(fields.Find("rules") ?? file.Root, "a profile that extends another has no rules of its own; make a second file for them");
            return [];
        }

        var context = new ProfileContext(extended.Name, problems);
        var theirs = Fields(extended, new ProfileContext(extended.Name, []));
        foreach (var (_, name, value) in Parameters(theirs, context))
        {
            context.Declare(name, value);
        }

        foreach (var (key, name, value) in Parameters(fields, own))
        {
            context.Override(key, name, value, file.Name);
        }

        var reader = new RuleReader(context);
        return [.. theirs.Items("rules").SelectMany(reader.Read)];
    }

    private static TopicPattern[] Only(YamlFields fields, ProfileContext context)
    {
        var reader = new RuleReader(context);
        return [.. fields.Items("topics").Select(node => reader.Topic(node, new Variables())).OfType<TopicPattern>()];
    }

    private static IEnumerable<(YamlNode Key, string Name, YamlNode Value)> Parameters(YamlFields fields, ProfileContext context) =>
        YamlFields.Mapping(fields.Find("parameters"), context, "parameters:") is { } map
            ? map.Children.Select(pair => (pair.Key, (pair.Key as YamlScalarNode)?.Value ?? "", pair.Value))
            : [];
}
