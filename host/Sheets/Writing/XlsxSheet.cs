using System.Globalization;
using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>One worksheet: header, rows, filter.</summary>
internal sealed class XlsxSheet(XmlWriter xml, IReadOnlyList<TableColumn> columns, XlsxStyles styles)
{
    /// <summary>Excel calls a file with a longer cell damaged.</summary>
    private const int LongestText = 32_767;

    private readonly string[] names = [.. columns.Select((_, at) => CellReference.NameOf(at))];
    private string row = "1";

    /// <param name="any">Whether the enumerator stands on a row.</param>
    /// <returns>Whether it stands on a row that is left for another worksheet.</returns>
    public bool Write(IEnumerator<IReadOnlyList<CellValue>> rows, bool any, CancellationToken cancellationToken)
    {
        xml.WriteStartElement("worksheet", XlsxParts.Main);
        WriteView();
        WriteWidths();
        xml.WriteStartElement("sheetData", XlsxParts.Main);
        WriteRow(1, at => WriteText(at, columns[at].Header, XlsxStyles.Header));
        var last = 1;
        while (any && last < CellReference.MostRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = rows.Current;
            WriteRow(++last, at => WriteCell(at, cells[at]));
            any = rows.MoveNext();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("autoFilter", XlsxParts.Main);
        xml.WriteAttributeString("ref", $"A1:{names[^1]}{XlsxParts.Text(last)}");
        xml.WriteEndElement();
        xml.WriteEndElement();
        return any;
    }

    private void WriteView()
    {
        xml.WriteStartElement("sheetViews", XlsxParts.Main);
        xml.WriteStartElement("sheetView", XlsxParts.Main);
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane", XlsxParts.Main);
        xml.WriteAttributeString("ySplit", "1");
        xml.WriteAttributeString("topLeftCell", "A2");
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteWidths()
    {
        xml.WriteStartElement("cols", XlsxParts.Main);
        for (var at = 0; at < columns.Count; at++)
        {
            xml.WriteStartElement("col", XlsxParts.Main);
            xml.WriteAttributeString("min", XlsxParts.Text(at + 1));
            xml.WriteAttributeString("max", XlsxParts.Text(at + 1));
            xml.WriteAttributeString("width", XlsxParts.Text(WidthOf(columns[at])));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static int WidthOf(TableColumn column)
    {
        var content = column.Kind switch { ColumnKind.Text => 20, ColumnKind.Number => 12 + column.Decimals, ColumnKind.Date => 12, _ => 20 };

        // Three characters for the filter's button beside the header.
        return column.Width ?? Math.Clamp(column.Header.Length + 3, content, 60);
    }

    private void WriteRow(int number, Action<int> writeCell)
    {
        row = XlsxParts.Text(number);
        xml.WriteStartElement("row", XlsxParts.Main);
        xml.WriteAttributeString("r", row);
        for (var at = 0; at < columns.Count; at++)
        {
            writeCell(at);
        }

        xml.WriteEndElement();
    }

    private void WriteCell(int at, CellValue value)
    {
        switch (value.Content)
        {
            case string text:
                WriteText(at, text, XlsxStyles.Text);
                break;
            case decimal number:
                WriteNumber(at, decimal.Round(number, columns[at].Decimals, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture), styles.NumberOf(columns[at]));
                break;
            case DateOnly day:
                WriteMoment(at, day.ToDateTime(TimeOnly.MinValue), (XlsxStyles.Date, "yyyy-MM-dd"));
                break;
            case DateTime moment:
                WriteMoment(at, moment, (XlsxStyles.DateTime, "yyyy-MM-dd HH:mm:ss"));
                break;
            default:
                break;
        }
    }

    private void WriteMoment(int at, DateTime moment, (int Format, string Text) shown)
    {
        if (SerialDate.Of(moment) is { } serial)
        {
            WriteNumber(at, serial.ToString("R", CultureInfo.InvariantCulture), shown.Format);
        }
        else
        {
            WriteText(at, moment.ToString(shown.Text, CultureInfo.InvariantCulture), XlsxStyles.Text);
        }
    }

    private void WriteNumber(int at, string number, int format)
    {
        StartCell(at, format);
        xml.WriteElementString("v", XlsxParts.Main, number);
        xml.WriteEndElement();
    }

    private void WriteText(int at, string text, int format)
    {
        StartCell(at, format);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", XlsxParts.Main);
        xml.WriteStartElement("t", XlsxParts.Main);
        xml.WriteAttributeString("xml", "space", ns: null, "preserve");
        xml.WriteString(XlsxText.Encode(text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void StartCell(int at, int format)
    {
        xml.WriteStartElement("c", XlsxParts.Main);
        xml.WriteAttributeString("r", names[at] + row);
        xml.WriteAttributeString("s", XlsxParts.Text(format));
    }
}
