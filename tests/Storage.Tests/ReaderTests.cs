using EmulationPlatform.Storage.Tables;

namespace EmulationPlatform.Storage.Tests;

public sealed class ReaderTests
{
    [Fact]
    public async Task Given_a_reader_in_the_middle_of_a_stream_When_others_write_Then_they_do_not_wait_and_it_sees_its_moment()
    {
        await using var test = await TestDatabase.NewAsync();
        await FillAsync(test, 0, 50);
        using var stream = test.Database.Stream(connection => ReadingTable.After(connection, 1, null)).GetEnumerator();
        Assert.True(stream.MoveNext());

        await FillAsync(test, 50, 100);

        var seen = 1;
        while (stream.MoveNext())
        {
            seen++;
        }

        Assert.Equal((50, 100), (seen, test.Count("reading")));
    }

    [Fact]
    public async Task Given_a_writer_with_nothing_to_do_When_some_time_passes_Then_the_write_ahead_log_is_cut()
    {
        await using var test = await TestDatabase.NewAsync();
        await FillAsync(test, 0, 50);
        Assert.True(test.Database.Health.WalBytes > 0);

        await TestDatabase.EventuallyAsync(() => test.Database.Health.WalBytes == 0, "the log is cut");
    }

    [Fact]
    public async Task Given_a_reader_that_kept_the_log_from_being_cut_When_it_ends_Then_the_log_is_cut_without_another_write()
    {
        await using var test = await TestDatabase.NewAsync();
        await FillAsync(test, 0, 50);
        using (var stream = test.Database.Stream(connection => ReadingTable.After(connection, 1, null)).GetEnumerator())
        {
            Assert.True(stream.MoveNext());
            await FillAsync(test, 50, 100);
            var copied = File.GetLastWriteTimeUtc(test.Options.DatabaseFile);
            await TestDatabase.EventuallyAsync(() => File.GetLastWriteTimeUtc(test.Options.DatabaseFile) > copied, "the log is copied as far as the reader allows");
        }

        await TestDatabase.EventuallyAsync(() => test.Database.Health.WalBytes == 0, "the log is cut");
    }

    [Fact]
    public async Task Given_streams_left_early_When_disposed_Then_their_connections_serve_the_next()
    {
        await using var test = await TestDatabase.NewAsync();
        await FillAsync(test, 0, 10);

        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(0, test.Database.Stream(connection => ReadingTable.After(connection, 1, null)).First().At.UnixMilliseconds);
        }

        await TestDatabase.EventuallyAsync(() => test.Database.Health.WalBytes == 0, "no reader is left open");
    }

    private static async Task FillAsync(TestDatabase test, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            Assert.True(await test.CommitAsync(TestDatabase.Everything(at)));
        }
    }
}
