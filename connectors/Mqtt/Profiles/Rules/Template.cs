using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>A text with names in it: <c>emeter{n}</c>.</summary>
internal sealed class Template
{
    private readonly (string Literal, int Slot)[] parts;

    private Template((string Literal, int Slot)[] parts) => this.parts = parts;

    /// <summary>Every name must be bound already.</summary>
    public static Template? Read(string text, Variables variables, out string? problem)
    {
        var found = new List<(string, int)>();
        problem = null;
        for (var i = 0; i < text.Length;)
        {
            var open = text.IndexOf('{', i);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                found.Add((text[i..], -1));
                break;
            }

            var name = text[(open + 1)..close];
            var slot = variables.IndexOf(name);
            if (slot < 0)
            {
                problem = $"'{text}' uses {{{name}}}, which neither the topic nor the value path binds (bound: {variables.Names})";
                return null;
            }

            found.Add((text[i..open], slot));
            i = close + 1;
        }

        return new Template([.. found]);
    }

    /// <summary>All names come from the topic: the text is the same for every message of that topic.</summary>
    public bool IsConstant(int topicSlots) => parts.All(part => part.Slot < topicSlots);

    /// <returns>Length of the text; what does not fit is cut off.</returns>
    public int Write(Span<char> target, ReadOnlySpan<Slot> slots, MessageTree tree)
    {
        var length = 0;
        foreach (var (literal, slot) in parts)
        {
            length += Copy(literal, target[length..]);
            if (slot >= 0)
            {
                length += WriteSlot(slots[slot], target[length..], tree);
            }
        }

        return length;
    }

    private static int WriteSlot(in Slot slot, Span<char> target, MessageTree tree)
    {
        if ((slot.Shown ?? slot.Raw) is { } text)
        {
            return Copy(text, target);
        }

        Encoding.UTF8.TryGetChars(tree.Slice(slot.Start, slot.Length), target, out var written);
        return written;
    }

    private static int Copy(string text, Span<char> target)
    {
        var length = Math.Min(text.Length, target.Length);
        text.AsSpan(0, length).CopyTo(target);
        return length;
    }
}
