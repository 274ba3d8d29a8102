using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>What must be known of a workbook before the rows of one worksheet make sense.</summary>
/// <param name="Sheet">Name of the worksheet's file.</param>
internal sealed record Workbook(string Sheet, bool From1904, IReadOnlyList<string> Texts, CellFormats Formats)
{
    public static Workbook Read(XlsxPackage package, TableSource source)
    {
        var part = package.RelationshipsOf(string.Empty).FirstOrDefault(relationship => relationship.Kind == "officeDocument")?.Part
            ?? throw new UnreadableTableException("This is not a workbook.", "Save it as .xlsx.");
        var relationships = package.RelationshipsOf(part);
        var (sheets, from1904) = Sheets(package, part, relationships);
        var sheet = source.Worksheet is null ? sheets.FirstOrDefault() : sheets.FirstOrDefault(sheet => string.Equals(sheet.Name, source.Worksheet, StringComparison.OrdinalIgnoreCase));
        if (sheet.Part is null)
        {
            throw source.Worksheet is null
                ? new UnreadableTableException("The workbook has no worksheet.", "Put the table on its first worksheet.")
                : new UnreadableTableException($"The workbook has no worksheet {Quoted.Text(source.Worksheet)}.", $"It has {string.Join(", ", sheets.Take(10).Select(sheet => Quoted.Text(sheet.Name)))}.");
        }

        return new Workbook(
            sheet.Part,
            from1904,
            SharedStrings.Read(package, PartOf(relationships, "sharedStrings"), source.Limits.MaxCellLength),
            CellFormats.Read(package, PartOf(relationships, "styles")));
    }

    private static string? PartOf(IReadOnlyList<Relationship> relationships, string kind) =>
        relationships.FirstOrDefault(relationship => relationship.Kind == kind)?.Part;

    private static (List<(string Name, string Part)> Sheets, bool From1904) Sheets(XlsxPackage package, string part, IReadOnlyList<Relationship> relationships)
    {
        var sheets = new List<(string, string)>();
        var from1904 = false;
        using var xml = package.OpenPart(part) ?? throw new InvalidDataException("No workbook part.");
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                && relationships.FirstOrDefault(relationship => relationship.Id == RelationshipId(xml)) is { Kind: "worksheet" } target)
            {
                sheets.Add((xml.GetAttribute("name") ?? string.Empty, target.Part));
            }
        }

        return (sheets, from1904);
    }

    /// <summary>Its namespace differs between the two forms of the standard.</summary>
    private static string? RelationshipId(XmlReader xml)
    {
        string? id = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }
}
