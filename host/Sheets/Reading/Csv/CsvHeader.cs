namespace EmulationPlatform.Sheets;

/// <summary>Finds the delimiter in the header line alone: data rows have decimal commas, and guessing from them is how 12,5 becomes two cells.</summary>
internal static class CsvHeader
{
    private static readonly byte[] Delimiters = [(byte)',', (byte)';', (byte)'\t'];

    /// <param name="head">Start of the file.</param>
    /// <returns>A header without any delimiter is one column; tab is answered then, the one that text hardly has.</returns>
    /// <exception cref="UnreadableTableException">Several of the three occur outside quotes.</exception>
    public static char DelimiterOf(ReadOnlySpan<byte> head)
    {
        var found = new List<byte>();
        foreach (var candidate in Delimiters)
        {
            if (Occurs(candidate, HeaderLine(head)))
            {
                found.Add(candidate);
            }
        }

        return found switch
        {
            [] => '\t',
            [var only] => (char)only,
            _ => throw new UnreadableTableException("The header line has several of comma, semicolon and tab outside quotes.",
                "Say which one separates the columns, or put header texts that contain one into quotes."),
        };
    }

    private static ReadOnlySpan<byte> HeaderLine(ReadOnlySpan<byte> head)
    {
        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        head = head.TrimStart("\r\n \t"u8);
        var quoted = false;
        for (var at = 0; at < head.Length; at++)
        {
            quoted ^= head[at] == '"';
            if (!quoted && head[at] is (byte)'\r' or (byte)'\n')
            {
                return head[..at];
            }
        }

        return head;
    }

    private static bool Occurs(byte delimiter, ReadOnlySpan<byte> line)
    {
        var quoted = false;
        foreach (var sign in line)
        {
            quoted ^= sign == '"';
            if (!quoted && sign == delimiter)
            {
                return true;
            }
        }

        return false;
    }
}
