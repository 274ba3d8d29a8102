using System.Buffers;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>
/// Some firmware writes <c>nan</c> or <c>Infinity</c> into JSON without quotes, which no JSON reader takes. Quoting them
/// lets the rest of the message count; the words themselves are then refused as numbers.
/// </summary>
internal static class BareNumberWords
{
    private static readonly SearchValues<byte> WordBytes = SearchValues.Create("+-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    /// <returns><see langword="false"/> when there is no such word.</returns>
    public static bool TryQuote(ReadOnlySpan<byte> json, out byte[] quoted)
    {
        var output = new ArrayBufferWriter<byte>(json.Length + 64);
        var found = false;
        for (var i = 0; i < json.Length;)
        {
            var length = json[i] == (byte)'"' ? TextLength(json[i..]) : WordLength(json[i..]);
            var part = json.Slice(i, Math.Max(1, length));
            var bare = json[i] != (byte)'"' && IsNumberWord(part);
            found |= bare;
            if (bare)
            {
                output.Write("\""u8);
            }

            output.Write(part);
            if (bare)
            {
                output.Write("\""u8);
            }

            i += part.Length;
        }

        quoted = found ? output.WrittenSpan.ToArray() : [];
        return found;
    }

    private static int WordLength(ReadOnlySpan<byte> json)
    {
        var end = json.IndexOfAnyExcept(WordBytes);
        return end < 0 ? json.Length : end;
    }

    private static int TextLength(ReadOnlySpan<byte> json)
    {
        for (var i = 1; i < json.Length; i++)
        {
            if (json[i] == (byte)'\\')
            {
                i++;
            }
            else if (json[i] == (byte)'"')
            {
                return i + 1;
            }
        }

        return json.Length;
    }

    private static bool IsNumberWord(ReadOnlySpan<byte> word)
    {
        var bare = word[0] is (byte)'+' or (byte)'-' ? word[1..] : word;
        return Is(bare, "nan"u8) || Is(bare, "inf"u8) || Is(bare, "infinity"u8);
    }

    private static bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> lower) => System.Text.Ascii.EqualsIgnoreCase(word, lower);
}
