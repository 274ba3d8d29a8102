using System.Globalization;
using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// Reads the part of JSON path (RFC 9535) that devices need: <c>$.a.b</c>, <c>["a:0"]</c>, <c>[0]</c>, <c>[*]</c>, and our
/// own <c>{names}</c> in keys and items, and <c>.json()</c>.
/// </summary>
internal sealed class JsonPathReader(string text, Variables variables)
{
    private readonly List<PathStep> steps = [];
    private int position;
    private string? problem;

    public static JsonPath? Read(string text, Variables variables, out string? problem) =>
        new JsonPathReader(text, variables).Read(out problem);

    private JsonPath? Read(out string? found)
    {
        var fromRoot = text.StartsWith('$');
        position = fromRoot ? 1 : 0;
        if (text.Length == 0)
        {
            problem = "the path is empty; write $ for the whole message";
        }

        while (problem is null && position < text.Length)
        {
            ReadStep(first: position == 0);
        }

        found = problem is null ? null : $"path '{text}': {problem}";
        return problem is null ? new JsonPath(text, fromRoot, [.. steps]) : null;
    }

    private void ReadStep(bool first)
    {
        if (text[position] == '[')
        {
            ReadBracket();
        }
        else if (text[position] == '.' && !first)
        {
            position++;
            ReadKey();
        }
        else if (first)
        {
            ReadKey();
        }
        else
        {
            problem = $"'{text[position]}' at character {position + 1}; write . or [ between keys";
        }
    }

    private void ReadKey()
    {
        if (text.AsSpan(position).StartsWith("json()", StringComparison.Ordinal))
        {
            steps.Add(new PathStep.Inside());
            position += "json()".Length;
            return;
        }

        var end = position;
        var inBraces = false;
        while (end < text.Length && (inBraces || text[end] is not ('.' or '[' or ']')))
        {
            inBraces = text[end] == '{' || (inBraces && text[end] != '}');
            end++;
        }

        var key = text[position..end];
        position = end;
        if (key.Length == 0)
        {
            problem = "a key is missing after '.'";
        }
        else if (key.Any(c => c is ' ' or '*' or '"' or '\'' or '?' or '@'))
        {
            problem = $"write the key {key} as [\"{key.Trim('"', '\'')}\"]; filters and .* are not known";
        }
        else
        {
            AddKey(key);
        }
    }

    private void AddKey(string key)
    {
        var before = variables.Count;
        var pattern = KeyPatternReader.Read(key, variables, out problem);
        if (problem is null)
        {
            steps.Add(pattern is null ? new PathStep.Key(Encoding.UTF8.GetBytes(key)) : new PathStep.Keys(pattern, variables.Count > before));
        }
    }

    private void ReadBracket()
    {
        var quote = position + 1 < text.Length ? text[position + 1] : ' ';
        var close = quote is '"' or '\'' ? text.IndexOf($"{quote}]", position + 2, StringComparison.Ordinal) + 1 : text.IndexOf(']', position);
        if (close <= position)
        {
            problem = "a [ is not closed";
            return;
        }

        var inner = text[(position + 1)..close];
        position = close + 1;
        if (quote is '"' or '\'')
        {
            AddKey(inner[1..^1]);
        }
        else
        {
            AddItem(inner);
        }
    }

    private void AddItem(string inner)
    {
        if (inner == "*")
        {
            steps.Add(new PathStep.Items(-1, 0, Binds: false));
        }
        else if (int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            steps.Add(new PathStep.Item(index));
        }
        else if (inner.StartsWith('{') && inner.EndsWith('}'))
        {
            var plusOne = inner.EndsWith("+1}", StringComparison.Ordinal);
            var name = plusOne ? inner[1..^3] : inner[1..^1];
            var before = variables.Count;
            var slot = KeyPatternReader.IsName(name) ? variables.Bind(name) : -1;
            problem = slot < 0 ? $"[{inner}] is not a name; write [{{i}}] or, counted from 1, [{{i+1}}]" : null;
            steps.Add(new PathStep.Items(slot, plusOne ? 1 : 0, variables.Count > before));
        }
        else
        {
            problem = $"[{inner}] is not known; write [0], [*], [{{i}}] or [\"key\"]";
        }
    }
}
