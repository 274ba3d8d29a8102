using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Sheets.Tests;

/// <summary>Workbooks that somebody made to harm.</summary>
public sealed class XlsxThreatTests
{
    private const string Rows = "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row><row><c><v>1</v></c></row>";

    private readonly ImportReport report = new();

    [Fact]
    public void Given_a_zip_bomb_When_read_Then_it_is_stopped_by_its_ratio()
    {
        var bomb = Zip.Workbook(Rows + new string(' ', 100_000_000));
        Assert.InRange(bomb.Length, 1, 500_000);

        using var reader = Tables.Xlsx(bomb, report);
        Tables.Shown(reader);

        Assert.Equal("The workbook unpacks to more than 200 times its size.", Assert.Single(report.Problems).What);
    }

    [Fact]
    public void Given_a_workbook_that_lies_about_its_sizes_When_read_Then_what_comes_out_is_counted()
    {
        var bomb = Zip.Workbook(Rows + new string(' ', 30_000_000)).ToArray();
        Lie(bomb, sizeOffset: 24, "PK\x01\x02"u8);
        Lie(bomb, sizeOffset: 22, "PK\x03\x04"u8);

        using var reader = Tables.Xlsx(new MemoryStream(bomb), report, new TableLimits { MaxRatio = int.MaxValue, MaxInflatedBytes = 2_000_000 });
        Tables.Shown(reader);

        Assert.False(report.IsClean);
    }

    [Theory]
    [InlineData(6, int.MaxValue, "The workbook has more than 6 files inside.")]
    [InlineData(1_000, 1_000, "The workbook holds more than 1000 bytes.")]
    public void Given_a_limit_When_a_workbook_exceeds_it_Then_it_is_refused(int entries, long inflated, string expected)
    {
        using var reader = Tables.Xlsx(Zip.Workbook(Rows), report, new TableLimits { MaxEntries = entries, MaxInflatedBytes = inflated });

        Assert.Equal(expected, Assert.Single(report.Problems).What);
    }

    [Fact]
    public void Given_a_large_file_When_read_as_workbook_Then_its_bytes_are_limited()
    {
        using var reader = Tables.Xlsx(Zip.Workbook(Rows), report, new TableLimits { MaxBytes = 100 });

        Assert.Equal("The file is larger than 100 bytes.", Assert.Single(report.Problems).What);
    }

    [Theory]
    [InlineData("externalLinkPath", true)]
    [InlineData("image", true)]
    [InlineData("hyperlink", false)]
    public void Given_links_to_elsewhere_When_read_Then_only_those_in_cells_pass(string kind, bool refused)
    {
        var links = Zip.Relationships(("rId1", kind, "http://elsewhere.example/book.xlsx", "External"));
        using var reader = Tables.Xlsx(Zip.Workbook(Rows, ("xl/worksheets/_rels/sheet1.xml.rels", links)), report);

        Assert.Equal(refused ? "" : "a/2:1", Tables.Shown(reader));
        Assert.Equal(!refused, report.IsClean);
    }

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("_rels/.rels")]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    public void Given_a_document_type_with_entities_When_read_Then_it_is_refused(string part)
    {
        var changed = Zip.Workbook(Rows);
        using (var zip = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            using var read = new StreamReader(entry.Open());
            var text = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + read.ReadToEnd();
            read.Dispose();
            entry.Delete();
            using var write = new StreamWriter(zip.CreateEntry(part).Open());
            write.Write(text);
        }

        using var reader = Tables.Xlsx(changed, report);

        Assert.Empty(Tables.Shown(reader));
        Assert.Equal("The file is damaged.", Assert.Single(report.Problems).What);
    }

    [Fact]
    public void Given_two_files_of_one_name_When_read_Then_it_is_refused()
    {
        using var reader = Tables.Xlsx(Zip.Workbook(Rows, ("xl/Worksheets/sheet1.xml", "<worksheet/>")), report);

        Assert.Equal("The file is damaged.", Assert.Single(report.Problems).What);
    }

    [Fact]
    public void Given_a_workbook_with_any_bytes_changed_When_read_Then_nothing_is_thrown()
    {
        var good = Zip.Workbook(Rows).ToArray();
        Prop.ForAll<(int At, byte Value)[], uint>((changes, cut) =>
        {
            var bad = good.ToArray();
            foreach (var (at, value) in changes)
            {
                // FsCheck's small numbers are spread over the whole file.
                bad[(uint)(at * 7_919) % bad.Length] = value;
            }

            var length = cut % 4 == 0 ? (int)(cut * 104_729 % bad.Length) : bad.Length;
            using var reader = Tables.Xlsx(new MemoryStream(bad, 0, length), new ImportReport());
            Tables.Shown(reader);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    /// <summary>Writes 1,000 as uncompressed size into every header.</summary>
    private static void Lie(byte[] zip, int sizeOffset, ReadOnlySpan<byte> signature)
    {
        for (var at = zip.AsSpan().IndexOf(signature); at >= 0;)
        {
            BitConverter.TryWriteBytes(zip.AsSpan(at + sizeOffset), 1_000);
            var next = zip.AsSpan(at + 4).IndexOf(signature);
            at = next < 0 ? -1 : at + 4 + next;
        }
    }
}
