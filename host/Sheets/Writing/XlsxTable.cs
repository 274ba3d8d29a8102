using System.IO.Compression;
using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>
/// A table as workbook (ECMA-376, transitional), written straight into the zip: the document library would hold the whole worksheet in memory.
/// </summary>
internal static class XlsxTable
{
    public static void Write(Table table, Stream destination, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "_rels/.rels", XlsxParts.RootRelationships);
        var styles = new XlsxStyles(table.Columns);
        var sheets = new List<string>();
        using (var rows = table.Rows.GetEnumerator())
        {
            var any = rows.MoveNext();
            do
            {
                sheets.Add(SheetName.Of(table.Name, sheets.Count + 1));
                Part(zip, XlsxParts.SheetFile(sheets.Count), xml => any = new XlsxSheet(xml, table.Columns, styles).Write(rows, any, cancellationToken));
            }
            while (any);
        }

        Part(zip, "xl/styles.xml", styles.Write);
        Part(zip, "xl/workbook.xml", xml => XlsxParts.Workbook(xml, sheets));
        Part(zip, "xl/_rels/workbook.xml.rels", xml => XlsxParts.WorkbookRelationships(xml, sheets.Count));
        Part(zip, "[Content_Types].xml", xml => XlsxParts.ContentTypes(xml, sheets.Count));
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);

        // The same table gives the same bytes; a clock has no say in it.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }
}
