using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>Text in workbooks: what XML cannot hold stands as _x000D_ (ECMA-376 part 1, ST_Xstring).</summary>
internal static class XlsxText
{
    /// <summary>_xHHHH_</summary>
    private const int EscapeLength = 7;

    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (LooksLikeEscape(text.AsSpan(at)) && at + EscapeLength <= text.Length && text[at + EscapeLength - 1] == '_')
            {
                decoded.Append((char)int.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += EscapeLength - 1;
            }
            else
            {
                decoded.Append(text[at]);
            }
        }

        return decoded.ToString();
    }

    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (at + 1 < text.Length && char.IsSurrogatePair(sign, text[at + 1]))
            {
                encoded.Append(sign).Append(text[++at]);
            }
            else if (sign == '\r' || !XmlConvert.IsXmlChar(sign) || LooksLikeEscape(text.AsSpan(at)))
            {
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)sign:X4}_");
            }
            else
            {
                encoded.Append(sign);
            }
        }

        return encoded.ToString();
    }

    /// <summary>Reads the t elements inside the element the reader stands on (si, is), without the phonetic guides (rPh); ends on its end.</summary>
    /// <param name="most">So many characters are kept; one more shows that there were more.</param>
    public static string Read(XmlReader xml, int most)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        var end = xml.Depth;
        var phonetic = int.MaxValue;
        var inText = false;
        while (xml.Read() && xml.Depth > end)
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                phonetic = xml.Depth <= phonetic ? int.MaxValue : phonetic;
                phonetic = xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false } && phonetic == int.MaxValue ? xml.Depth : phonetic;
                inText = xml is { NodeType: XmlNodeType.Element, LocalName: "t" } && xml.Depth < phonetic;
            }
            else if (inText)
            {
                AppendText(xml, text, most);
            }
        }

        return Decode(text.ToString());
    }

    /// <summary>Reads the text of the element the reader stands on (v); ends on its end.</summary>
    public static string ReadPlain(XmlReader xml, int most)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        var end = xml.Depth;
        while (xml.Read() && xml.Depth > end)
        {
            AppendText(xml, text, most);
        }

        return text.ToString();
    }

    /// <summary>Without its last underscore, which the next escape may bring.</summary>
    private static bool LooksLikeEscape(ReadOnlySpan<char> text) =>
        text is ['_', 'x', var a, var b, var c, var d, ..] && char.IsAsciiHexDigit(a) && char.IsAsciiHexDigit(b) && char.IsAsciiHexDigit(c) && char.IsAsciiHexDigit(d);

    /// <summary>In pieces: a single text may be as large as the whole limit of the workbook.</summary>
    private static void AppendText(XmlReader xml, StringBuilder text, int most)
    {
        if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
        {
            return;
        }

        var piece = ArrayPool<char>.Shared.Rent(1_024);
        int read;
        while ((read = xml.ReadValueChunk(piece, 0, piece.Length)) > 0)
        {
            text.Append(piece, 0, Math.Min(read, Math.Max(0, most + 1 - text.Length)));
        }

        ArrayPool<char>.Shared.Return(piece);
    }
}
