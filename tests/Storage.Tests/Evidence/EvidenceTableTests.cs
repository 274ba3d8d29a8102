using EmulationPlatform.Sdk;
using EmulationPlatform.Storage.Evidence;

namespace EmulationPlatform.Storage.Tests.Evidence;

public sealed class EvidenceTableTests
{
    private static readonly string Long = new('ệ', 500);

    /// <summary>What people (and others) call a PDF, and what is kept of it.</summary>
    public static TheoryData<string, string> Names { get; } = new()
    {
        { "Biên bản thay công tơ.pdf", "Biên bản thay công tơ.pdf" },
        { "Bie\u0302n ba\u0309n.pdf", "Biên bản.pdf" },
        { "Biên bản.PDF", "Biên bản.pdf" },
        { "10-2026.hoá đơn", "10-2026.hoá đơn.pdf" },
        { "../../../etc/passwd", "passwd.pdf" },
        { "..\\..\\emulation.db", "emulation.db.pdf" },
        { "C:\\Users\\an\\bill.pdf", "bill.pdf" },
        { "/", "evidence.pdf" },
        { "", "evidence.pdf" },
        { "..", "evidence.pdf" },
        { "...pdf", "evidence.pdf" },
        { ".htaccess", "htaccess.pdf" },
        { "bill.pdf\0.html", "bill.pdf.html.pdf" },
        { "\0", "evidence.pdf" },
        { "a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf" },
        { "bill\u202Efdp.exe", "billfdp.exe.pdf" },
        { "bill\u2066\u200Fgnp.\u2069pdf", "billgnp.pdf" },
        { "فاتورة.pdf", "فاتورة.pdf" },
        { "a<b>c:d\"e|f?g*h%i.pdf", "a_b_c_d_e_f_g_h_i.pdf" },
        { "CON", "_CON.pdf" },
        { "nul.pdf", "_nul.pdf" },
        { "Lpt1.minutes.pdf", "_Lpt1.minutes.pdf" },
        { "console.pdf", "console.pdf" },
        { " bill . pdf ", "bill . pdf.pdf" },
        { "page.html", "page.html.pdf" },
        { Long + ".pdf", Long[..80] + ".pdf" },
        { new string('x', 79) + "😀.pdf", new string('x', 79) + ".pdf" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Given_any_name_When_added_Then_a_harmless_text_is_kept_that_fits_the_kind_of_file(string given, string kept)
    {
        await using var test = await TestDatabase.NewAsync();
        var store = new EvidenceStore(test.Options.DataFolder);
        var before = Directory.GetFileSystemEntries(test.Options.DataFolder).Length;

        var file = await AddAsync(test, store, Samples.Pdf, given);

        Assert.Equal(kept, test.Database.Read(connection => EvidenceTable.Find(connection, file.Hash))?.Name);
        Assert.Single(Directory.GetFiles(Path.Combine(test.Options.DataFolder, "evidence"), "*", SearchOption.AllDirectories));
        Assert.Equal(before + 1, Directory.GetFileSystemEntries(test.Options.DataFolder).Length);
    }

    [Fact]
    public async Task Given_half_a_surrogate_pair_in_a_name_When_added_Then_it_is_replaced()
    {
        await using var test = await TestDatabase.NewAsync();

        var file = await AddAsync(test, new EvidenceStore(test.Options.DataFolder), Samples.Of("jpeg"), "a" + (char)0xD83D + ".JPEG");

        Assert.Equal("a\uFFFD.jpeg", test.Database.Read(connection => EvidenceTable.Find(connection, file.Hash))?.Name);
    }

    [Fact]
    public async Task Given_the_same_content_twice_When_added_Then_the_first_row_stays()
    {
        await using var test = await TestDatabase.NewAsync();
        var store = new EvidenceStore(test.Options.DataFolder);

        await AddAsync(test, store, Samples.Pdf, "first.pdf");
        var file = await AddAsync(test, store, Samples.Pdf, "second.pdf");

        Assert.Equal(
            [new EvidenceRow(file.Hash, "application/pdf", Samples.Pdf.Length, "first.pdf", "an", new Instant(7))], test.Database.Read(EvidenceTable.All));
    }

    [Fact]
    public async Task Given_files_missing_changed_and_added_When_verified_Then_each_is_named()
    {
        await using var test = await TestDatabase.NewAsync();
        var store = new EvidenceStore(test.Options.DataFolder);
        var whole = await AddAsync(test, store, Samples.Of("png"), "whole.png");
        var missing = await AddAsync(test, store, Samples.Pdf, "missing.pdf");
        var changed = await AddAsync(test, store, Samples.Of("jpeg"), "changed.jpg");
        var folder = Path.Combine(test.Options.DataFolder, "evidence");
        Assert.Empty(store.Verify(test.Database.Read(EvidenceTable.All), CancellationToken.None));

        File.Delete(Path.Combine(folder, missing.Hash[..2], missing.Hash));
        await File.AppendAllTextAsync(Path.Combine(folder, changed.Hash[..2], changed.Hash), "x");
        await File.WriteAllTextAsync(Path.Combine(folder, whole.Hash[..2], "photo.jpg"), "x");
        var orphan = (EvidenceOutcome.Stored)await store.SaveAsync(new MemoryStream(Samples.Of("webp")), CancellationToken.None);

        var problems = store.Verify(test.Database.Read(EvidenceTable.All), CancellationToken.None).Select(problem => (problem.What, problem.File)).ToHashSet();

        Assert.Equal(
            [
                (EvidenceDifference.Missing, missing.Hash), (EvidenceDifference.ContentDiffers, changed.Hash),
                (EvidenceDifference.Orphan, Path.Combine(whole.Hash[..2], "photo.jpg")), (EvidenceDifference.Orphan, Path.Combine(orphan.Hash[..2], orphan.Hash)),
            ],
            problems);
    }

    private static async Task<EvidenceOutcome.Stored> AddAsync(TestDatabase test, EvidenceStore store, byte[] content, string name)
    {
        var file = Assert.IsType<EvidenceOutcome.Stored>(await store.SaveAsync(new MemoryStream(content), CancellationToken.None));
        await test.Database.WriteAsync(connection => EvidenceTable.Add(connection, file, name, "an", new Instant(7)));
        return file;
    }
}
