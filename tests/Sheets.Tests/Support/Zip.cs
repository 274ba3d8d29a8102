using System.IO.Compression;
using System.Text;

namespace EmulationPlatform.Sheets.Tests;

/// <summary>Workbooks made by hand, good and bad.</summary>
internal static class Zip
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static MemoryStream Of(params (string Name, string Text)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <param name="rows">Content of sheetData.</param>
    /// <param name="more">Files beside the usual ones.</param>
    public static MemoryStream Workbook(string rows, params (string Name, string Text)[] more) => Of(
    [
        ("_rels/.rels", Relationships(("rId1", "officeDocument", "xl/workbook.xml", ""))),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"Số liệu\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Other\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relationships(("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", "worksheet", "/xl/worksheets/sheet2.xml", ""), ("rId3", "sharedStrings", "sharedStrings.xml", ""), ("rId4", "styles", "styles.xml", ""))),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Main}\"><sheetData><row><c t=\"inlineStr\"><is><t>second</t></is></c></row></sheetData></worksheet>"),
        ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\"><si><t>source</t></si><si><r><t>va</t></r><r><t>lue</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si><si/><si><t>line_x000D_</t></si></sst>"),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy\\ hh:mm\"/><numFmt numFmtId=\"165\" formatCode=\"#,##0.00&quot; ngày&quot;\"/><numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"),
        .. more,
    ]);

    /// <param name="links">Mode is empty or External.</param>
    public static string Relationships(params (string Id, string Kind, string Target, string Mode)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(link => $"<Relationship Id=\"{link.Id}\" Type=\"{Office}/{link.Kind}\" Target=\"{link.Target}\"{(link.Mode.Length > 0 ? $" TargetMode=\"{link.Mode}\"" : "")}/>"))
        + "</Relationships>";
}
