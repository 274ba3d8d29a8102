using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>The cell formats of a workbook: 0 plain, 1 header, 2 text, 3 date, 4 date with time, then one per number of decimals.</summary>
internal sealed class XlsxStyles(IReadOnlyList<TableColumn> columns)
{
    public const int Header = 1;
    public const int Text = 2;
    public const int Date = 3;
    public const int DateTime = 4;

    private const int FirstNumber = 5;

    /// <summary>Ids below 164 are fixed by the standard.</summary>
    private const int FirstOwnFormat = 164;

    private readonly List<int> decimals = [.. columns.Where(column => column.Kind == ColumnKind.Number).Select(column => column.Decimals).DefaultIfEmpty(0).Distinct().Order()];

    /// <summary>Format of a number in a column; in a column of another kind it is shown without decimals.</summary>
    public int NumberOf(TableColumn column) => FirstNumber + Math.Max(0, decimals.IndexOf(column.Decimals));

    public void Write(XmlWriter xml)
    {
        string[] codes = ["dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss", .. decimals.Select(places => places == 0 ? "#,##0" : "#,##0." + new string('0', places))];
        xml.WriteStartElement("styleSheet", XlsxParts.Main);
        List(xml, "numFmts", codes.Length, at => Element(xml, "numFmt", ("numFmtId", XlsxParts.Text(FirstOwnFormat + at)), ("formatCode", codes[at])));
        List(xml, "fonts", 2, at => Font(xml, bold: at == 1));
        List(xml, "fills", 2, at => Fill(xml, at == 0 ? "none" : "gray125"));
        List(xml, "borders", 1, _ => Border(xml));
        List(xml, "cellStyleXfs", 1, _ => Format(xml, 0, 0));
        List(xml, "cellXfs", FirstNumber - 2 + codes.Length, at => Format(xml, at switch { <= Header => 0, Text => 49, _ => FirstOwnFormat + at - Date }, at == Header ? 1 : 0, inherits: true));
        List(xml, "cellStyles", 1, _ => Element(xml, "cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0")));
        xml.WriteEndElement();
    }

    private static void List(XmlWriter xml, string name, int count, Action<int> write)
    {
        xml.WriteStartElement(name, XlsxParts.Main);
        xml.WriteAttributeString("count", XlsxParts.Text(count));
        for (var at = 0; at < count; at++)
        {
            write(at);
        }

        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, XlsxParts.Main);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }

    private static void Font(XmlWriter xml, bool bold)
    {
        xml.WriteStartElement("font", XlsxParts.Main);
        if (bold)
        {
            Element(xml, "b");
        }

        Element(xml, "sz", ("val", "11"));
        Element(xml, "name", ("val", "Calibri"));
        xml.WriteEndElement();
    }

    private static void Fill(XmlWriter xml, string pattern)
    {
        xml.WriteStartElement("fill", XlsxParts.Main);
        Element(xml, "patternFill", ("patternType", pattern));
        xml.WriteEndElement();
    }

    private static void Border(XmlWriter xml)
    {
        xml.WriteStartElement("border", XlsxParts.Main);
        foreach (var side in (string[])["left", "right", "top", "bottom", "diagonal"])
        {
            Element(xml, side);
        }

        xml.WriteEndElement();
    }

    private static void Format(XmlWriter xml, int number, int font, bool inherits = false)
    {
        xml.WriteStartElement("xf", XlsxParts.Main);
        xml.WriteAttributeString("numFmtId", XlsxParts.Text(number));
        xml.WriteAttributeString("fontId", XlsxParts.Text(font));
        xml.WriteAttributeString("fillId", "0");
        xml.WriteAttributeString("borderId", "0");
        if (inherits)
        {
            xml.WriteAttributeString("xfId", "0");
            xml.WriteAttributeString("applyNumberFormat", number == 0 ? "0" : "1");
            xml.WriteAttributeString("applyFont", font == 0 ? "0" : "1");
        }

        xml.WriteEndElement();
    }
}
