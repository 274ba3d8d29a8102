using YamlDotNet.RepresentationModel;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>What every part of a file needs while it is read: where problems go, and what <c>$parameters</c> stand for.</summary>
internal sealed class ProfileContext(string file, List<ProfileProblem> problems)
{
    private readonly Dictionary<string, (YamlNode Node, string File)> parameters = [];

    public int ProblemCount => problems.Count;

    /// <summary>A parameter of the profile itself, with its usual value.</summary>
    public void Declare(string name, YamlNode value) => parameters[name] = (value, file);

    /// <summary>A value that another file gives to a declared parameter.</summary>
    public void Override(YamlNode key, string name, YamlNode value, string from)
    {
        if (parameters.ContainsKey(name))
        {
            parameters[name] = (value, from);
        }
        else
        {
            var known = parameters.Count == 0 ? "it has none" : string.Join(", ", parameters.Keys.Order(StringComparer.Ordinal));
            Report(from, key, $"the extended profile has no parameter '{name}'; known: {known}");
        }
    }

    /// <summary>The node, or what the parameter it names stands for.</summary>
    public YamlNode? Resolve(YamlNode node)
    {
        if (node is not YamlScalarNode { Value: { Length: > 1 } text } || text[0] != '$' || !KeyPatternReader.IsName(text[1..]))
        {
            return node;
        }

        if (parameters.TryGetValue(text[1..], out var parameter))
        {
            return parameter.Node;
        }

        Report(node, $"parameter {text} is not declared; add it with its usual value under parameters:");
        return null;
    }

    public void Report(YamlNode node, string message) => Report(FileOf(node), node, message);

    private void Report(string at, YamlNode node, string message)
    {
        var problem = new ProfileProblem(at, node.Start.Line, node.Start.Column, message);
        if (!problems.Contains(problem))
        {
            problems.Add(problem);
        }
    }

    // A value that came in through a parameter stands in the other file.
    private string FileOf(YamlNode node)
    {
        foreach (var (value, from) in parameters.Values)
        {
            if (ReferenceEquals(value, node) || (value is YamlSequenceNode list && list.Children.Any(item => ReferenceEquals(item, node))))
            {
                return from;
            }
        }

        return file;
    }
}
