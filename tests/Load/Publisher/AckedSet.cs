namespace EmulationPlatform.Load.Publisher;

/// <summary>Numbers of the acknowledged messages of one device, one bit each.</summary>
internal sealed class AckedSet
{
    private ulong[] words = new ulong[64];

    public long Count { get; private set; }

    /// <returns><see langword="false"/> when it was there already.</returns>
    public bool Add(long message)
    {
        var word = (int)(message >> 6);
        if (word >= words.Length)
        {
            Array.Resize(ref words, Math.Max(word + 1, words.Length * 2));
        }

        var bit = 1UL << (int)(message & 63);
        if ((words[word] & bit) != 0)
        {
            return false;
        }

        words[word] |= bit;
        Count++;
        return true;
    }

    public bool Contains(long message)
    {
        var word = (int)(message >> 6);
        return word < words.Length && (words[word] & (1UL << (int)(message & 63))) != 0;
    }
}
