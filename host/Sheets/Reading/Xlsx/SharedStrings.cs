namespace EmulationPlatform.Sheets;

/// <summary>The texts that cells name by number. They stand in no order, so they are the one thing that must be held whole.</summary>
internal static class SharedStrings
{
    private const int Most = 2_000_000;

    public static List<string> Read(XlsxPackage package, string? part, int longest)
    {
        var texts = new List<string>();
        using var xml = part is null ? null : package.OpenPart(part);
        while (xml is not null && xml.Read())
        {
            if (xml is not { NodeType: System.Xml.XmlNodeType.Element, LocalName: "si" })
            {
                continue;
            }

            texts.Add(XlsxText.Read(xml, longest));
            if (texts.Count > Most)
            {
                throw new UnreadableTableException("The workbook has more than 2,000,000 different texts.", "Split it, or save the worksheet as CSV.");
            }
        }

        return texts;
    }
}
