using System.Buffers;
using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

internal static class ConditionCheck
{
    private const int LongestMatchedText = 4096;

    /// <summary>A condition on names of the topic only.</summary>
    public static bool HoldsForTopic(Condition condition, Slot[] slots)
    {
        Span<char> text = stackalloc char[1024];
        var length = condition.Source.Template!.Write(text, slots, new MessageTree());
        return HoldsForText(condition, Encoding.UTF8.GetBytes(text[..length].ToString()));
    }

    /// <param name="node">What stands at the condition's path, or <see cref="MessageTree.None"/>.</param>
    public static bool Holds(Condition condition, MessageTree tree, int node)
    {
        var present = node != MessageTree.None && tree[node].Kind != NodeKind.Null;
        if (!present)
        {
            return condition.Kind is ConditionKind.Missing or ConditionKind.NoneOf or ConditionKind.NotMatches;
        }

        var container = tree[node].Kind is NodeKind.Object or NodeKind.Array;
        if (condition.Kind == ConditionKind.Count)
        {
            return container && tree.Count(node) == condition.Count;
        }

        return container
            ? condition.Kind is ConditionKind.Exists or ConditionKind.NoneOf or ConditionKind.NotMatches
            : HoldsForText(condition, tree.Text(node));
    }

    public static bool HoldsForText(Condition condition, ReadOnlySpan<byte> text) => condition.Kind switch
    {
        ConditionKind.Exists => !text.IsEmpty,
        ConditionKind.Missing => text.IsEmpty,
        ConditionKind.Number => NumberText.Read(text.Trim(" \t\r\n"u8), out _) == NumberResult.Number,
        ConditionKind.OneOf => IsOneOf(text, condition.Texts),
        ConditionKind.NoneOf => !IsOneOf(text, condition.Texts),
        ConditionKind.Matches => Matches(condition.Pattern!, text),
        ConditionKind.NotMatches => !Matches(condition.Pattern!, text),
        _ => false,
    };

    public static bool IsOneOf(ReadOnlySpan<byte> text, string[] texts)
    {
        foreach (var candidate in texts)
        {
            if (candidate.Length <= text.Length && Ascii.Equals(text, candidate))
            {
                return true;
            }

            if (!Ascii.IsValid(candidate) && text.SequenceEqual(Encoding.UTF8.GetBytes(candidate)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(TextPattern pattern, ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestMatchedText)
        {
            return false;
        }

        var rented = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var length = Encoding.UTF8.GetChars(text, rented);
            return pattern.IsMatch(rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }
}
