using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Which topics a rule reads: <c>shellies/{device}/emeter/{n}/total</c>, <c>{prefix...}/events/rpc</c>.</summary>
internal sealed class TopicPattern(string text, TopicLevel[] levels)
{
    public string Text => text;

    /// <summary>Some part of the topic is fixed, so a message on it is meant for this rule even when it is broken.</summary>
    public bool HasLiteral { get; } = levels.Any(level => level.Literal is { Length: > 0 });

    public static TopicPattern? Read(string text, Variables variables, out string? problem)
    {
        problem = text.Length == 0 ? "the topic is empty" : null;
        var levels = new List<TopicLevel>();
        foreach (var part in text.Split('/'))
        {
            var level = ReadLevel(part, variables, out var wrong);
            problem ??= wrong is null ? null : $"topic '{text}': {wrong}";
            levels.Add(level);
        }

        if (levels.Count(level => level.Many) > 1)
        {
            problem ??= $"topic '{text}': only one level may stand for many";
        }

        return problem is null ? new TopicPattern(text, [.. levels]) : null;
    }

    /// <summary>Fills the slots of the names in the pattern.</summary>
    public bool TryMatch(string topic, Slot[] slots) => Match(topic.Split('/'), 0, 0, slots);

    private static TopicLevel ReadLevel(string part, Variables variables, out string? problem)
    {
        problem = null;
        switch (part)
        {
            case "#":
                return new TopicLevel(null, null, Many: true, AtLeast: 0, -1);
            case "+":
                return new TopicLevel(null, new KeyPattern("", "", -1, digitsOnly: false, []), Many: false, 0, -1);
        }

        if (part.StartsWith('{') && part.EndsWith("...}", StringComparison.Ordinal))
        {
            var name = part[1..^4];
            var slot = KeyPatternReader.IsName(name) ? variables.Bind(name) : -1;
            problem = slot < 0 ? $"'{part}' is not a name; write {{place...}}" : null;
            return new TopicLevel(null, null, Many: true, AtLeast: 1, slot);
        }

        if (part.AsSpan().IndexOfAny('+', '#') >= 0)
        {
            problem = $"'{part}' mixes + or # with text; write {{name}} inside a level, such as shellyem-{{id}}";
        }

        var pattern = KeyPatternReader.Read(part, variables, out var wrong);
        problem ??= wrong;
        return new TopicLevel(pattern is null ? part : null, pattern, Many: false, 0, -1);
    }

    private bool Match(string[] topic, int level, int part, Slot[] slots)
    {
        for (; level < levels.Length; level++)
        {
            if (levels[level].Many)
            {
                return MatchMany(topic, level, part, slots);
            }

            if (part == topic.Length || !MatchOne(topic[part], levels[level], slots))
            {
                return false;
            }

            part++;
        }

        return part == topic.Length;
    }

    // There is one such level at most, so the levels behind it say how many parts it takes.
    private bool MatchMany(string[] topic, int level, int part, Slot[] slots)
    {
        var taken = topic.Length - part - (levels.Length - level - 1);
        if (taken < levels[level].AtLeast)
        {
            return false;
        }

        if (levels[level].Slot >= 0)
        {
            slots[levels[level].Slot] = new Slot(string.Join('/', topic, part, taken), 0, 0, null);
        }

        return Match(topic, level + 1, part + taken, slots);
    }

    private static bool MatchOne(string part, TopicLevel level, Slot[] slots)
    {
        if (level.Pattern is not { } pattern)
        {
            return part == level.Literal;
        }

        var bytes = Encoding.UTF8.GetBytes(part);
        if (!pattern.TryMatch(bytes, out var range, out var shown))
        {
            return part.Length == 0 && pattern.Slot < 0;
        }

        if (pattern.Slot >= 0)
        {
            slots[pattern.Slot] = new Slot(Encoding.UTF8.GetString(bytes[range]), 0, 0, shown);
        }

        return true;
    }
}
