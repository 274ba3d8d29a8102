using System.Text;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// A key or topic level with one variable part: <c>switch:{n}</c>, <c>{phase:a=L1|b=L2|c=L3}</c>, <c>{n:digits}</c>.
/// </summary>
internal sealed class KeyPattern
{
    private readonly byte[] prefix;
    private readonly byte[] suffix;
    private readonly KeyChoice[] choices;
    private readonly bool digitsOnly;

    public KeyPattern(string prefix, string suffix, int slot, bool digitsOnly, KeyChoice[] choices)
    {
        this.prefix = Encoding.UTF8.GetBytes(prefix);
        this.suffix = Encoding.UTF8.GetBytes(suffix);
        this.digitsOnly = digitsOnly;
        this.choices = choices;
        Slot = slot;
    }

    /// <summary>-1 when the part is not kept (<c>+</c>).</summary>
    public int Slot { get; }

    /// <summary>The variable part of <paramref name="key"/>.</summary>
    public bool TryMatch(ReadOnlySpan<byte> key, out Range part, out string? shown)
    {
        part = default;
        shown = null;
        if (key.Length <= prefix.Length + suffix.Length || !key.StartsWith(prefix) || !key.EndsWith(suffix))
        {
            return false;
        }

        part = prefix.Length..(key.Length - suffix.Length);
        var text = key[part];
        if (digitsOnly)
        {
            return text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        }

        foreach (var choice in choices)
        {
            if (text.SequenceEqual(choice.Text))
            {
                shown = choice.Shown;
                return true;
            }
        }

        return choices.Length == 0;
    }

    /// <summary>Whether <paramref name="key"/> is this pattern with <paramref name="bound"/> as its variable part.</summary>
    public bool Equals(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bound) =>
        key.Length == prefix.Length + bound.Length + suffix.Length
        && key.StartsWith(prefix) && key.EndsWith(suffix) && key.Slice(prefix.Length, bound.Length).SequenceEqual(bound);
}
