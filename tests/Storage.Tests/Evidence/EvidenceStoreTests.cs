using System.IO.Pipelines;
using System.Security.Cryptography;
using EmulationPlatform.Storage.Evidence;

namespace EmulationPlatform.Storage.Tests.Evidence;

public sealed class EvidenceStoreTests : IDisposable
{
    private const int Most = 200_000;
    private readonly string folder = Directory.CreateTempSubdirectory("evidence-").FullName;
    private readonly EvidenceStore store;

    public EvidenceStoreTests() => store = new EvidenceStore(folder, Most);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("jpeg", "image/jpeg")]
    [InlineData("short jpeg", "image/jpeg")]
    [InlineData("png", "image/png")]
    [InlineData("webp", "image/webp")]
    [InlineData("pdf", "application/pdf")]
    public async Task Given_an_allowed_file_When_saved_Then_it_lies_under_its_hash_and_can_be_read(string sample, string mediaType)
    {
        var content = Samples.Of(sample);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));

        Assert.Equal(new EvidenceOutcome.Stored(hash, mediaType, content.Length), await SaveAsync(content));

        Assert.Equal([Path.Combine(folder, "evidence", hash[..2], hash)], Files());
        await using var stored = store.Open(hash);
        Assert.NotNull(stored);
        Assert.Equal(hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(stored)));
    }

    [Theory]
    [InlineData("png without its line ends")]
    [InlineData("wave")]
    [InlineData("cut riff")]
    [InlineData("pdf behind a page")]
    [InlineData("svg")]
    [InlineData("svg with a mark")]
    [InlineData("html")]
    [InlineData("gif")]
    [InlineData("zip")]
    [InlineData("program")]
    [InlineData("text")]
    public async Task Given_any_other_file_When_saved_Then_it_is_refused_and_leaves_nothing(string sample)
    {
        Assert.IsType<EvidenceOutcome.NotAllowed>(await SaveAsync(Samples.Of(sample)));

        Assert.Empty(Files());
    }

    [Fact]
    public async Task Given_an_empty_file_When_saved_Then_it_is_refused()
    {
        Assert.IsType<EvidenceOutcome.Empty>(await SaveAsync([]));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Given_a_file_at_the_limit_and_one_above_When_saved_Then_only_the_first_is_taken()
    {
        Assert.IsType<EvidenceOutcome.Stored>(await SaveAsync(Samples.PdfOf(Most)));
        Assert.Equal(new EvidenceOutcome.TooLarge(Most), await SaveAsync(Samples.PdfOf(Most + 1)));

        Assert.Single(Files());
    }

    [Fact]
    public async Task Given_a_sender_without_end_When_saved_Then_it_is_stopped_at_the_limit()
    {
        var pipe = new Pipe();
        var sending = SendAsync(pipe.Writer);

        Assert.IsType<EvidenceOutcome.TooLarge>(await store.SaveAsync(pipe.Reader.AsStream(), CancellationToken.None));

        await pipe.Reader.CompleteAsync();
        Assert.True(await sending.WaitAsync(TimeSpan.FromSeconds(20)) < 10 * Most);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Given_bytes_one_at_a_time_When_saved_Then_the_kind_is_told_all_the_same()
    {
        var pipe = new Pipe();
        var saving = store.SaveAsync(pipe.Reader.AsStream(), CancellationToken.None);
        foreach (var octet in Samples.Of("webp"))
        {
            await pipe.Writer.WriteAsync(new[] { octet });
        }

        await pipe.Writer.CompleteAsync();

        Assert.Equal("image/webp", Assert.IsType<EvidenceOutcome.Stored>(await saving.WaitAsync(TimeSpan.FromSeconds(20))).MediaType);
    }

    [Fact]
    public async Task Given_a_sender_who_goes_away_When_saved_Then_nothing_is_left()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Samples.PdfOf(100));
        using var gone = new CancellationTokenSource();
        var saving = store.SaveAsync(pipe.Reader.AsStream(), gone.Token);
        await TestDatabase.EventuallyAsync(() => Files().Count == 1, "receiving has begun");

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Given_the_same_content_at_the_same_time_When_saved_Then_it_is_one_file()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SaveAsync(Samples.PdfOf(50_000)))));

        Assert.Single(outcomes.Distinct());
        Assert.Single(Files());
    }

    [Fact]
    public async Task Given_a_damaged_file_When_its_content_comes_again_Then_it_is_mended()
    {
        var hash = ((EvidenceOutcome.Stored)await SaveAsync(Samples.Pdf)).Hash;
        await File.WriteAllTextAsync(Files()[0], "damaged");

        await SaveAsync(Samples.Pdf);

        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Assert.Single(Files())))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../emulation.db")]
    [InlineData("/etc/passwd")]
    [InlineData("ab")]
    [InlineData("................................................................/..")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Given_a_text_that_is_no_stored_hash_When_opened_Then_there_is_nothing(string text)
    {
        await SaveAsync(Samples.Pdf);

        Assert.Null(store.Open(text));
        Assert.Null(store.Open(Path.GetFileName(Files()[0]).ToUpperInvariant()));
    }

    [Fact]
    public async Task Given_parts_of_an_earlier_run_When_the_host_starts_Then_they_are_removed_and_files_stay()
    {
        store.RemoveUnfinished();
        await SaveAsync(Samples.Pdf);
        await File.WriteAllBytesAsync(Path.Combine(folder, "evidence", "abcd.part"), Samples.Pdf);

        store.RemoveUnfinished();

        Assert.Single(Files());
    }

    private static async Task<long> SendAsync(PipeWriter writer)
    {
        var sent = 0L;
        for (var chunk = Samples.PdfOf(10_000); !(await writer.WriteAsync(chunk)).IsCompleted; sent += chunk.Length)
        {
        }

        return sent;
    }

    private Task<EvidenceOutcome> SaveAsync(byte[] content) => store.SaveAsync(new MemoryStream(content), CancellationToken.None);

    private List<string> Files() =>
        Directory.Exists(Path.Combine(folder, "evidence")) ? [.. Directory.GetFiles(Path.Combine(folder, "evidence"), "*", SearchOption.AllDirectories)] : [];
}
