using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace EmulationPlatform.Sheets;

/// <summary>The files of a workbook: found by name, inflated under the limits, without DTDs, nothing outside ever followed.</summary>
internal sealed class XlsxPackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly InflatedBytes inflated;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);

    private XlsxPackage(ZipArchive archive, InflatedBytes inflated)
    {
        this.archive = archive;
        this.inflated = inflated;
    }

    public static XlsxPackage Open(Stream stream, TableLimits limits)
    {
        RefuseOtherFiles(stream, limits);
        ZipDirectory.RefuseTooManyEntries(stream, limits.MaxEntries);
        var package = new XlsxPackage(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), new InflatedBytes(stream.Length, limits));
        try
        {
            package.IndexEntries();
            package.RefuseOutsideParts();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <returns><see langword="null"/> when there is no such file.</returns>
    public XmlReader? OpenPart(string name) => entries.TryGetValue(name, out var entry) ? Read(entry) : null;

    /// <param name="part">Name of the file whose relationships are asked for; empty for the workbook as a whole.</param>
    public IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var cut = part.LastIndexOf('/') + 1;
        var found = new List<Relationship>();
        using var xml = OpenPart($"{part[..cut]}_rels/{part[cut..]}.rels");
        while (xml is not null && xml.Read())
        {
            if (IsRelationship(xml) && !IsOutside(xml))
            {
                found.Add(new Relationship(xml.GetAttribute("Id") ?? string.Empty, KindOf(xml), Resolve(part[..cut], xml.GetAttribute("Target") ?? string.Empty)));
            }
        }

        return found;
    }

    public void Dispose() => archive.Dispose();

    private static void RefuseOtherFiles(Stream stream, TableLimits limits)
    {
        if (stream.Length > limits.MaxBytes)
        {
            throw new UnreadableTableException($"The file is larger than {limits.MaxBytes.ToString(CultureInfo.InvariantCulture)} bytes.", "Split it, or save the worksheet as CSV.");
        }

        Span<byte> head = stackalloc byte[4];
        stream.Position = 0;
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (head[..length].SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new UnreadableTableException("This is a workbook of the old .xls kind, or one with a password.", "Save it as .xlsx without a password.");
        }

        if (!head[..length].SequenceEqual("PK\x03\x04"u8))
        {
            throw new UnreadableTableException("This is not a workbook.", "Save it as .xlsx, or let its name end with .csv if it is text.");
        }
    }

    private static bool IsRelationship(XmlReader xml) => xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" };

    private static bool IsOutside(XmlReader xml) => string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);

    private static string KindOf(XmlReader xml) => (xml.GetAttribute("Type") ?? string.Empty).Split('/')[^1];

    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(path.Count - 1, 0), Math.Min(path.Count, 1));
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    private void IndexEntries()
    {
        foreach (var entry in archive.Entries)
        {
            if (!entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
            {
                throw new InvalidDataException("Two files of one name: programs would disagree on what the workbook says.");
            }
        }
    }

    /// <summary>A link in a cell is harmless, since nobody follows it here; data, pictures or templates from elsewhere have no place in a table.</summary>
    private void RefuseOutsideParts()
    {
        foreach (var (_, entry) in entries.Where(entry => entry.Key.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var xml = Read(entry);
            while (xml.Read())
            {
                if (IsRelationship(xml) && IsOutside(xml) && KindOf(xml) != "hyperlink")
                {
                    throw new UnreadableTableException($"The workbook takes content from elsewhere ({Quoted.Text(xml.GetAttribute("Target") ?? string.Empty)}).",
                        "Break its links (Data, Edit Links) and save it again.");
                }
            }
        }
    }

    private XmlReader Read(ZipArchiveEntry entry) => XmlReader.Create(new InflatingStream(entry.Open(), inflated), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });
}
