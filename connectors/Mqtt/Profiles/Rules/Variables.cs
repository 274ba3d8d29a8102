namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>The names that a rule binds, each with its slot. Filled while the rule is read, fixed afterwards.</summary>
internal sealed class Variables
{
    /// <summary>More than any real device needs; it bounds the slots kept per thread.</summary>
    public const int Limit = 24;

    private readonly List<string> names;

    public Variables() => names = [];

    private Variables(Variables outer) => names = [.. outer.names];

    public int Count => names.Count;

    /// <summary>The same names, and room for more that are not seen outside.</summary>
    public Variables Inner() => new(this);

    public int IndexOf(string name) => names.IndexOf(name);

    /// <returns>The slot; -1 when the rule has too many.</returns>
    public int Bind(string name)
    {
        var index = names.IndexOf(name);
        if (index >= 0)
        {
            return index;
        }

        if (names.Count == Limit)
        {
            return -1;
        }

        names.Add(name);
        return names.Count - 1;
    }

    public string Names => names.Count == 0 ? "none" : string.Join(", ", names);
}
