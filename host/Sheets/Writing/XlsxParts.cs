using System.Globalization;
using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>The small files that make a zip a workbook.</summary>
internal static class XlsxParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static string SheetFile(int sheet) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheet}.xml");

    public static void RootRelationships(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", Package + "relationships");
        Relationship(xml, 1, "officeDocument", "xl/workbook.xml");
        xml.WriteEndElement();
    }

    public static void Workbook(XmlWriter xml, IReadOnlyList<string> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", ns: null, Office);
        xml.WriteStartElement("sheets", Main);
        for (var at = 0; at < sheets.Count; at++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheets[at]);
            xml.WriteAttributeString("sheetId", Text(at + 1));
            xml.WriteAttributeString("r", "id", Office, "rId" + Text(at + 1));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void WorkbookRelationships(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Relationships", Package + "relationships");
        for (var sheet = 1; sheet <= sheets; sheet++)
        {
            Relationship(xml, sheet, "worksheet", SheetFile(sheet)["xl/".Length..]);
        }

        Relationship(xml, sheets + 1, "styles", "styles.xml");
        xml.WriteEndElement();
    }

    public static void ContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", Package + "content-types");
        Type(xml, "Default", "Extension", ("rels", "application/vnd.openxmlformats-package.relationships+xml"));
        Type(xml, "Default", "Extension", ("xml", "application/xml"));
        Type(xml, "Override", "PartName", ("/xl/workbook.xml", Content + "sheet.main+xml"));
        Type(xml, "Override", "PartName", ("/xl/styles.xml", Content + "styles+xml"));
        for (var sheet = 1; sheet <= sheets; sheet++)
        {
            Type(xml, "Override", "PartName", ("/" + SheetFile(sheet), Content + "worksheet+xml"));
        }

        xml.WriteEndElement();
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Relationship(XmlWriter xml, int id, string kind, string target)
    {
        xml.WriteStartElement("Relationship", Package + "relationships");
        xml.WriteAttributeString("Id", "rId" + Text(id));
        xml.WriteAttributeString("Type", $"{Office}/{kind}");
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }

    private static void Type(XmlWriter xml, string element, string attribute, (string Of, string Is) type)
    {
        xml.WriteStartElement(element, Package + "content-types");
        xml.WriteAttributeString(attribute, type.Of);
        xml.WriteAttributeString("ContentType", type.Is);
        xml.WriteEndElement();
    }
}
