using System.Buffers;
using System.Text;
using System.Text.Json;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// A message as a flat table of values, filled in one pass and reused for the next message, so that looking values up
/// allocates nothing. Documents inside a string are added to the same table. Not thread-safe.
/// </summary>
internal sealed class MessageTree
{
    /// <summary>What no reading can be found in.</summary>
    public const int None = -1;

    private const int MaxDepth = 64;
    private const int KeptBytes = 64 * 1024;
    private const int KeptNodes = 4 * 1024;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    private byte[] bytes = new byte[1024];
    private Node[] nodes = new Node[128];
    private int byteCount;
    private int nodeCount;

    public ref readonly Node this[int node] => ref nodes[node];

    /// <summary>Forgets the last message; gives back what an unusually large one needed.</summary>
    public void Clear()
    {
        byteCount = 0;
        nodeCount = 0;
        if (bytes.Length > KeptBytes)
        {
            bytes = new byte[KeptBytes];
        }

        if (nodes.Length > KeptNodes)
        {
            nodes = new Node[KeptNodes];
        }
    }

    public ReadOnlySpan<byte> Text(int node) => bytes.AsSpan(nodes[node].Start, nodes[node].Length);

    public ReadOnlySpan<byte> Name(int node) =>
        nodes[node].NameLength < 0 ? [] : bytes.AsSpan(nodes[node].NameStart, nodes[node].NameLength);

    public ReadOnlySpan<byte> Slice(int start, int length) => bytes.AsSpan(start, length);

    /// <returns>Where the bytes now are.</returns>
    public int Append(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(bytes.AsSpan(byteCount));
        byteCount += text.Length;
        return byteCount - text.Length;
    }

    /// <summary>Adds one text value, for payloads that are no JSON.</summary>
    public int AddText(ReadOnlySpan<byte> text)
    {
        var start = Append(text);
        return Add(NodeKind.Text, start, text.Length, 0, -1);
    }

    /// <summary>Adds a JSON document.</summary>
    /// <returns>Its root, or <see cref="None"/> when it is not JSON, nested too deep, or not text.</returns>
    public int AddJson(ReadOnlySpan<byte> json)
    {
        var body = json.StartsWith(Encoding.UTF8.Preamble) ? json[3..] : json;
        var root = nodeCount;
        if (TryRead(body))
        {
            return root;
        }

        nodeCount = root;
        return BareNumberWords.TryQuote(body, out var quoted) && TryRead(quoted) ? root : None;
    }

    /// <summary>The document inside a text value.</summary>
    public int AddJsonInside(int node)
    {
        if (nodes[node].Kind != NodeKind.Text)
        {
            return None;
        }

        var copy = Text(node).ToArray();
        return AddJson(copy);
    }

    /// <returns>The child with that key; with repeated keys the last, as JSON readers commonly do.</returns>
    public int Child(int node, ReadOnlySpan<byte> key)
    {
        var found = None;
        if (nodes[node].Kind != NodeKind.Object)
        {
            return found;
        }

        var end = nodes[node].Next;
        for (var child = node + 1; child < end; child = nodes[child].Next)
        {
            if (nodes[child].NameLength == key.Length && Name(child).SequenceEqual(key))
            {
                found = child;
            }
        }

        return found;
    }

    public int ItemAt(int node, int index)
    {
        if (nodes[node].Kind != NodeKind.Array)
        {
            return None;
        }

        var end = nodes[node].Next;
        for (var child = node + 1; child < end; child = nodes[child].Next)
        {
            if (index-- == 0)
            {
                return child;
            }
        }

        return None;
    }

    public int Count(int node)
    {
        var count = 0;
        var end = nodes[node].Next;
        for (var child = node + 1; child < end; child = nodes[child].Next)
        {
            count++;
        }

        return count;
    }

    private bool TryRead(ReadOnlySpan<byte> json)
    {
        var start = Append(json);
        try
        {
            return Read(start, json.Length);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // An escape that is no character, such as half of a surrogate pair.
            return false;
        }
    }

    private bool Read(int start, int length)
    {
        Span<int> open = stackalloc int[MaxDepth + 1];
        var depth = 0;
        int nameStart = 0, nameLength = -1;
        var reader = new Utf8JsonReader(bytes.AsSpan(start, length), Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    (nameStart, nameLength) = TextOf(ref reader, start);
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    var kind = reader.TokenType == JsonTokenType.StartObject ? NodeKind.Object : NodeKind.Array;
                    open[depth++] = Add(kind, start, 0, nameStart, nameLength);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    nodes[open[--depth]].Next = nodeCount;
                    break;
                case JsonTokenType.String:
                    var (textStart, textLength) = TextOf(ref reader, start);
                    Add(NodeKind.Text, textStart, textLength, nameStart, nameLength);
                    break;
                default:
                    Add(KindOf(reader.TokenType), start + (int)reader.TokenStartIndex, reader.ValueSpan.Length, nameStart, nameLength);
                    break;
            }

            nameLength = -1;
        }

        return depth == 0;
    }

    private (int Start, int Length) TextOf(ref Utf8JsonReader reader, int documentStart)
    {
        if (!reader.ValueIsEscaped)
        {
            return (documentStart + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        }

        // Unescaped text is never longer than escaped text.
        Reserve(reader.ValueSpan.Length);
        var length = reader.CopyString(bytes.AsSpan(byteCount));
        byteCount += length;
        return (byteCount - length, length);
    }

    private static NodeKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.Number => NodeKind.Number,
        JsonTokenType.True => NodeKind.True,
        JsonTokenType.False => NodeKind.False,
        _ => NodeKind.Null,
    };

    private int Add(NodeKind kind, int start, int length, int nameStart, int nameLength)
    {
        if (nodeCount == nodes.Length)
        {
            Array.Resize(ref nodes, nodes.Length * 2);
        }

        nodes[nodeCount] = new Node
        {
            Kind = kind, Start = start, Length = length, NameStart = nameStart, NameLength = nameLength, Next = nodeCount + 1,
        };
        return nodeCount++;
    }

    private void Reserve(int more)
    {
        if (byteCount + more > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, byteCount + more));
        }
    }
}
