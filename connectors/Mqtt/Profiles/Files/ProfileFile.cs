using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>A profile file as YAML, before its meaning is looked at.</summary>
internal sealed record ProfileFile(string Name, YamlMappingNode Root)
{
    public string? Id => ScalarOf("profile");

    public string? Extends => ScalarOf("extends");

    public static ProfileFile? Parse(string name, string text, List<ProfileProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(reader);
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
            {
                return new ProfileFile(name, root);
            }

            problems.Add(new ProfileProblem(name, 1, 1, "one profile per file is needed, with keys such as profile: and rules:"));
        }
        catch (YamlException e)
        {
            problems.Add(new ProfileProblem(name, e.Start.Line, e.Start.Column, $"not valid YAML: {e.Message}"));
        }

        return null;
    }

    private string? ScalarOf(string key) =>
        Root.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;
}
