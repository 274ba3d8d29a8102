using System.Buffers;

namespace EmulationPlatform.Web.Api.Bodies;

/// <summary>Puts NaN, Infinity and -Infinity into quotation marks where they stand outside texts.</summary>
internal static class BareNumbers
{
    public static ReadOnlyMemory<byte> Quoted(ReadOnlyMemory<byte> json)
    {
        var bytes = json.Span;
        if (bytes.IndexOf("NaN"u8) < 0 && bytes.IndexOf("Infinity"u8) < 0)
        {
            return json;
        }

        var output = new ArrayBufferWriter<byte>(bytes.Length + 16);
        var inText = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (!inText && WordAt(bytes[i..]) is var word and > 0)
            {
                output.Write("\""u8);
                output.Write(bytes.Slice(i, word));
                output.Write("\""u8);
                i += word - 1;
                continue;
            }

            if (inText && bytes[i] == '\\' && i + 1 < bytes.Length)
            {
                output.Write(bytes.Slice(i++, 2));
                continue;
            }

            inText ^= bytes[i] == '"';
            output.Write(bytes.Slice(i, 1));
        }

        return output.WrittenMemory;
    }

    private static int WordAt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("NaN"u8))
        {
            return 3;
        }

        if (bytes.StartsWith("-Infinity"u8))
        {
            return 9;
        }

        return bytes.StartsWith("Infinity"u8) ? 8 : 0;
    }
}
