namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>One step of a <see cref="JsonPath"/>.</summary>
internal abstract record PathStep
{
    private PathStep()
    {
    }

    /// <summary><c>.name</c></summary>
    internal sealed record Key(byte[] Name) : PathStep;

    /// <summary><c>.switch:{n}</c>: every matching key, unless the name is bound already: then the one key it gives.</summary>
    internal sealed record Keys(KeyPattern Pattern, bool Binds) : PathStep;

    /// <summary><c>[0]</c></summary>
    internal sealed record Item(int Index) : PathStep;

    /// <summary><c>[*]</c>, <c>[{i}]</c>, <c>[{i+1}]</c>: every item; the name holds its number counted from <paramref name="First"/>.</summary>
    internal sealed record Items(int Slot, int First, bool Binds) : PathStep;

    /// <summary><c>.json()</c>: the document written inside a text.</summary>
    internal sealed record Inside : PathStep;
}
