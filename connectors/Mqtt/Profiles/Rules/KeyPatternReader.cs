using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Reads the <c>{…}</c> of keys, topic levels and array items.</summary>
internal static class KeyPatternReader
{
    /// <returns>The pattern; null with <paramref name="problem"/> null when the text has no variable part.</returns>
    public static KeyPattern? Read(string text, Variables variables, out string? problem)
    {
        problem = null;
        var open = text.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            problem = text.Contains('}', StringComparison.Ordinal) ? $"'{text}' has a }} without a {{" : null;
            return null;
        }

        var close = text.IndexOf('}', open);
        if (close < 0 || text.IndexOf('{', close) >= 0)
        {
            problem = $"'{text}' needs exactly one {{name}} in one key or topic level";
            return null;
        }

        var (name, form) = Split(text[(open + 1)..close], ':');
        if (!IsName(name))
        {
            problem = $"'{{{name}}}' is not a name; use letters and digits, starting with a letter, such as {{phase}}";
            return null;
        }

        var slot = variables.Bind(name);
        if (slot < 0)
        {
            problem = $"the rule has more than {Variables.Limit} names";
            return null;
        }

        var digits = form == "digits";
        var choices = form is null || digits ? [] : form.Split('|').Select(Choice).ToArray();
        problem = choices.Any(choice => choice.Text.Length == 0) ? $"'{text}' has an empty choice; write {{phase:a|b}} or {{phase:a=L1|b=L2}}" : null;
        return new KeyPattern(text[..open], text[(close + 1)..], slot, digits, choices);
    }

    public static bool IsName(string name) => name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    private static KeyChoice Choice(string text)
    {
        var (key, shown) = Split(text, '=');
        return new KeyChoice(Encoding.UTF8.GetBytes(key), shown ?? key);
    }

    private static (string Left, string? Right) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
