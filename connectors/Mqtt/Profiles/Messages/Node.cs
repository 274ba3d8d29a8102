namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>One JSON value in a <see cref="MessageTree"/>. A container's children stand right behind it.</summary>
internal struct Node
{
    public NodeKind Kind;

    /// <summary>Where the text of the value is in the tree's bytes: without quotes, escapes already resolved.</summary>
    public int Start;

    public int Length;

    /// <summary>Where the key is; length -1 for array items and the root.</summary>
    public int NameStart;

    public int NameLength;

    /// <summary>Index of the first node after this value and everything in it.</summary>
    public int Next;
}
