using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Gets the texts that units, factors, signs and times depend on.</summary>
internal sealed class TextLookup(MessageTree tree, Slot[] slots, PathSearch search)
{
    private const int LongestText = 256;

    /// <returns><see langword="false"/> when there is no value, it is null, or no single value.</returns>
    public bool TryGet(TextSource source, int root, int element, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (source.Path is not { } path)
        {
            text = Written(source.Template!);
            return !text.IsEmpty;
        }

        var node = search.Find(path, root, element);
        if (node == MessageTree.None || tree[node].Kind is NodeKind.Null or NodeKind.Object or NodeKind.Array)
        {
            return false;
        }

        text = tree.Text(node).Trim(" \t\r\n"u8);
        return !text.IsEmpty;
    }

    public ReadOnlySpan<byte> Written(Template template)
    {
        Span<char> chars = stackalloc char[LongestText];
        Span<byte> bytes = stackalloc byte[LongestText * 3];
        var length = Encoding.UTF8.GetBytes(chars[..template.Write(chars, slots, tree)], bytes);
        return tree.Slice(tree.Append(bytes[..length]), length);
    }
}
