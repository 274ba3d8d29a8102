using EmulationPlatform.Storage.Audit;

namespace EmulationPlatform.Storage.Tests.Audit;

public sealed class AuditHeadTests
{
    [Fact]
    public async Task Given_an_empty_log_When_the_head_is_written_Then_it_can_be_read_and_follows_the_log_from_there()
    {
        await using var test = await TestDatabase.NewAsync();
        Assert.Null(AuditHead.Read(test.Options.DataFolder));

        Assert.Null(test.KeepHead());
        Assert.Equal(new AuditHead(0, new string('0', 64)), AuditHead.Read(test.Options.DataFolder));
        await test.AppendAsync(3);
        Assert.Empty(test.Differences());
        Assert.Null(test.KeepHead());

        var newest = test.Database.Read(connection => AuditTable.Page(connection, null, 1, null, null))[0];
        Assert.Equal(new AuditHead(3, newest.Hash), AuditHead.Read(test.Options.DataFolder));
        Assert.Equal([AuditHead.PathIn(test.Options.DataFolder)], Directory.GetFiles(test.Options.DataFolder, "audit*"));
    }

    [Fact]
    public async Task Given_no_news_When_the_head_is_written_Then_the_file_stays_untouched()
    {
        await using var test = await TestDatabase.NewAsync();
        await test.AppendAsync(3);
        test.KeepHead();
        var file = AuditHead.PathIn(test.Options.DataFolder);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        Assert.Null(test.KeepHead());

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public async Task Given_a_lost_file_When_the_host_starts_Then_it_hears_so_and_the_file_is_made_anew()
    {
        await using var test = await TestDatabase.NewAsync();
        await test.AppendAsync(3);
        Assert.Equal([(AuditDifference.FileMissing, 3L)], test.Differences());

        Assert.Equal(AuditDifference.FileMissing, test.KeepHead()?.What);

        Assert.Null(test.KeepHead());
        Assert.Empty(test.Differences());
    }

    [Fact]
    public async Task Given_a_part_left_by_a_crash_When_the_head_is_written_Then_it_is_no_hindrance()
    {
        await using var test = await TestDatabase.NewAsync();
        await File.WriteAllTextAsync(AuditHead.PathIn(test.Options.DataFolder) + ".part", "3 hal");

        Assert.Null(test.KeepHead());

        Assert.Equal(0, AuditHead.Read(test.Options.DataFolder)?.No);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("-3 0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("1,5 0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("3 00")]
    [InlineData("3 000000000000000000000000000000000000000000000000000000000000000G")]
    [InlineData("3 0000000000000000000000000000000000000000000000000000000000000000 4")]
    public async Task Given_a_file_that_is_no_head_When_read_Then_verify_says_so_and_it_is_left_as_it_is(string text)
    {
        await using var test = await TestDatabase.NewAsync();
        await test.AppendAsync(3);
        await File.WriteAllTextAsync(AuditHead.PathIn(test.Options.DataFolder), text);

        Assert.Throws<FormatException>(() => AuditHead.Read(test.Options.DataFolder));
        Assert.Equal([(AuditDifference.FileUnreadable, 0L)], test.Differences());
        Assert.Equal(AuditDifference.FileUnreadable, test.KeepHead()?.What);
        Assert.Equal(text, await File.ReadAllTextAsync(AuditHead.PathIn(test.Options.DataFolder)));
    }
}
