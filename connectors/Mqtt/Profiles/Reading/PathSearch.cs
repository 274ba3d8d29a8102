using System.Globalization;
using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Finds the values of a path in a message, and binds the names in it on the way.</summary>
internal sealed class PathSearch(MessageTree tree, Slot[] slots)
{
    /// <summary>The first value at <paramref name="path"/>; binds nothing.</summary>
    public int Find(JsonPath path, int root, int element)
    {
        var node = path.FromRoot ? root : element;
        foreach (var step in path.Steps)
        {
            node = node == MessageTree.None ? node : First(step, node);
        }

        return node;
    }

    /// <summary>
    /// The next value a step leads to, after <paramref name="previous"/> (or <see cref="MessageTree.None"/> for the first).
    /// Binds the step's name to it.
    /// </summary>
    public int Next(PathStep step, int node, int previous, ref int count)
    {
        switch (step)
        {
            case PathStep.Keys { Binds: true } keys:
                return NextKey(keys.Pattern, node, previous);
            case PathStep.Items items when items.Binds || items.Slot < 0:
                return NextItem(items, node, previous, ref count);
            default:
                return previous == MessageTree.None ? First(step, node) : MessageTree.None;
        }
    }

    private int First(PathStep step, int node) => step switch
    {
        PathStep.Key key => tree.Child(node, key.Name),
        PathStep.Item item => tree.ItemAt(node, item.Index),
        PathStep.Inside => tree.AddJsonInside(node),
        PathStep.Keys { Binds: false } keys => BoundKey(keys.Pattern, node),
        PathStep.Keys keys => FirstKey(keys.Pattern, node),
        PathStep.Items { Binds: false, Slot: >= 0 } items => BoundItem(items, node),
        _ => tree.ItemAt(node, 0),
    };

    private int NextKey(KeyPattern pattern, int node, int previous)
    {
        if (tree[node].Kind != NodeKind.Object)
        {
            return MessageTree.None;
        }

        var end = tree[node].Next;
        for (var child = previous == MessageTree.None ? node + 1 : tree[previous].Next; child < end; child = tree[child].Next)
        {
            if (pattern.TryMatch(tree.Name(child), out var part, out var shown))
            {
                var (offset, length) = part.GetOffsetAndLength(tree[child].NameLength);
                slots[pattern.Slot] = new Slot(null, tree[child].NameStart + offset, length, shown);
                return child;
            }
        }

        return MessageTree.None;
    }

    private int FirstKey(KeyPattern pattern, int node)
    {
        if (tree[node].Kind != NodeKind.Object)
        {
            return MessageTree.None;
        }

        var end = tree[node].Next;
        for (var child = node + 1; child < end; child = tree[child].Next)
        {
            if (pattern.TryMatch(tree.Name(child), out _, out _))
            {
                return child;
            }
        }

        return MessageTree.None;
    }

    private int BoundKey(KeyPattern pattern, int node)
    {
        if (tree[node].Kind != NodeKind.Object)
        {
            return MessageTree.None;
        }

        var bound = Bytes(slots[pattern.Slot]);
        var end = tree[node].Next;
        var found = MessageTree.None;
        for (var child = node + 1; child < end; child = tree[child].Next)
        {
            found = pattern.Equals(tree.Name(child), bound) ? child : found;
        }

        return found;
    }

    private int NextItem(PathStep.Items items, int node, int previous, ref int count)
    {
        if (tree[node].Kind != NodeKind.Array)
        {
            return MessageTree.None;
        }

        var next = previous == MessageTree.None ? node + 1 : tree[previous].Next;
        if (next >= tree[node].Next)
        {
            return MessageTree.None;
        }

        if (items.Slot >= 0)
        {
            Span<byte> digits = stackalloc byte[11];
            (count + items.First).TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
            slots[items.Slot] = new Slot(null, tree.Append(digits[..length]), length, null);
        }

        count++;
        return next;
    }

    private int BoundItem(PathStep.Items items, int node) =>
        NumberText.Read(Bytes(slots[items.Slot]), out var number) == NumberResult.Number && number >= items.First && number < int.MaxValue
            ? tree.ItemAt(node, (int)number - items.First)
            : MessageTree.None;

    private ReadOnlySpan<byte> Bytes(in Slot slot) => slot.Raw is { } text ? Encoding.UTF8.GetBytes(text) : tree.Slice(slot.Start, slot.Length);
}
