using System.Globalization;
using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>Which cell formats show a number as a date or time of day (ECMA-376 part 1, 18.8.30).</summary>
internal sealed class CellFormats
{
    private readonly List<bool> showsTime = [];
    private readonly List<bool> showsClock = [];

    public static CellFormats Read(XlsxPackage package, string? part)
    {
        var formats = new CellFormats();
        var codes = new Dictionary<int, string>();
        using var xml = part is null ? null : package.OpenPart(part);
        var inCellFormats = false;
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCellFormats = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
            {
                codes[Number(xml, "numFmtId")] = xml.GetAttribute("formatCode") ?? string.Empty;
            }
            else if (inCellFormats && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
            {
                formats.Add(Number(xml, "numFmtId"), codes);
            }
        }

        return formats;
    }

    /// <summary>The number is a day, a time of day, or both.</summary>
    public bool IsTime(int format) => format >= 0 && format < showsTime.Count && showsTime[format];

    /// <summary>Hours and minutes are shown, so that midnight belongs to the value.</summary>
    public bool HasClock(int format) => showsClock[format];

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private void Add(int id, Dictionary<int, string> codes)
    {
        var (time, clock) = codes.TryGetValue(id, out var code) ? FormatCode.Meaning(code) : id switch
        {
            14 or 15 or 16 or 17 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => (true, false),
            18 or 19 or 20 or 21 or 22 or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => (true, true),
            _ => (false, false),
        };
        showsTime.Add(time);
        showsClock.Add(clock);
    }
}
