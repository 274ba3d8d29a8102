namespace EmulationPlatform.Connectors.Mqtt.Protocol;

/// <summary>Topic names and topic filters (MQTT 5.0, section 4.7).</summary>
internal static class Topics
{
    private const string SharedPrefix = "$share/";

    /// <summary>At least one character [MQTT-4.7.3-1] and no wildcards [MQTT-3.3.2-2].</summary>
    public static bool IsValidName(ReadOnlySpan<byte> utf8) => !utf8.IsEmpty && !utf8.ContainsAny((byte)'#', (byte)'+');

    /// <summary>
    /// <c>#</c> stands alone in the last level [MQTT-4.7.1-1], <c>+</c> alone in its level [MQTT-4.7.1-2], and there is at
    /// least one character [MQTT-4.7.3-1].
    /// </summary>
    public static bool IsValidFilter(ReadOnlySpan<char> filter)
    {
        if (filter.IsEmpty)
        {
            return false;
        }

        foreach (var range in filter.Split('/'))
        {
            var level = filter[range];
            var isLast = range.End.Value == filter.Length;
            if (level.ContainsAny('#', '+') && !(level is "+" || (level is "#" && isLast)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Shared subscriptions (section 4.8.2) begin with <c>$share/</c>; this endpoint has none.</summary>
    public static bool IsShared(ReadOnlySpan<char> filter) => filter.StartsWith(SharedPrefix, StringComparison.Ordinal);

    /// <summary>
    /// Names that start with <c>$</c> belong to the server; wildcards do not reach them [MQTT-4.7.2-1], and no client may
    /// publish to them here.
    /// </summary>
    public static bool BelongsToServer(ReadOnlySpan<char> name) => name.StartsWith('$');

    public static bool Matches(ReadOnlySpan<char> filter, ReadOnlySpan<char> name)
    {
        while (true)
        {
            var filterEnd = filter.IndexOf('/');
            var nameEnd = name.IndexOf('/');
            var filterLevel = filterEnd < 0 ? filter : filter[..filterEnd];
            var nameLevel = nameEnd < 0 ? name : name[..nameEnd];
            if (filterLevel is "#")
            {
                return true;
            }

            if (filterLevel is not "+" && !filterLevel.SequenceEqual(nameLevel))
            {
                return false;
            }

            if (filterEnd < 0 || nameEnd < 0)
            {
                // "sport/#" also matches its parent "sport" (section 4.7.1.2).
                return nameEnd < 0 && (filterEnd < 0 || filter[(filterEnd + 1)..] is "#");
            }

            filter = filter[(filterEnd + 1)..];
            name = name[(nameEnd + 1)..];
        }
    }
}
