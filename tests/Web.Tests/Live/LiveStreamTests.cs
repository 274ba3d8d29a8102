using System.IO.Pipelines;
using System.Text;
using EmulationPlatform.Units.Views;
using EmulationPlatform.Web.Live;
using EmulationPlatform.Web.Tests.Support;

namespace EmulationPlatform.Web.Tests.Live;

public sealed class LiveStreamTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 32 * 1024, resumeWriterThreshold: 16 * 1024));
    private readonly FakeClock clock = new(Some.Noon);
    private readonly LatestBoard latest = new();
    private readonly CancellationTokenSource stop = new();
    private readonly StringBuilder seen = new();
    private Task running = Task.CompletedTask;

    [Fact]
    public async Task Given_a_new_viewer_When_it_connects_Then_it_gets_the_board_and_every_unit()
    {
        Start();

        await UntilAsync("van-phong\",\"name");

        Assert.Equal(["board 42", "scorecard 40", "scorecard 41", "scorecard 42"], Events());
        Assert.StartsWith("retry: 2000\n\n", seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_change_When_it_is_told_Then_only_that_unit_follows_under_its_sequence()
    {
        Start();
        await UntilAsync("van-phong\",\"name");
        seen.Clear();

        Tell(Some.Board(43, Some.KyThuat(43, used: 12_029m), Some.KeHoach(), Some.VanPhong()));
        await UntilAsync("event: organisation");

        Assert.Equal(["scorecard 43", "organisation "], Events());
    }

    [Fact]
    public async Task Given_a_rank_that_changed_with_another_unit_When_told_Then_that_unit_follows_too()
    {
        Start();
        await UntilAsync("van-phong\",\"name");
        seen.Clear();

        Tell(Some.Board(43, Some.KyThuat(rank: 2), Some.KeHoach(), Some.VanPhong(43)));
        await UntilAsync("event: organisation");

        Assert.Equal(["scorecard 40", "scorecard 43", "organisation "], Events());
    }

    [Fact]
    public async Task Given_a_unit_that_is_gone_When_told_Then_the_whole_board_comes_again()
    {
        Start();
        await UntilAsync("van-phong\",\"name");
        seen.Clear();

        Tell(Some.Board(43, Some.KyThuat(43)));
        await UntilAsync("scorecard");

        Assert.Equal(["board 43", "scorecard 43"], Events());
    }

    [Fact]
    public async Task Given_silence_When_ten_seconds_pass_Then_a_sign_of_life_comes_in_both_forms()
    {
        Start();
        await UntilAsync("van-phong\",\"name");
        seen.Clear();

        clock.Advance(TimeSpan.FromSeconds(10));
        await UntilAsync("event: heartbeat");

        Assert.Equal(": heartbeat\n\nevent: heartbeat\ndata: \"2026-07-31T12:00:10+07:00\"\n\n", seen.ToString());
    }

    [Fact]
    public async Task Given_a_viewer_that_does_not_read_When_thousands_of_changes_come_Then_it_gets_the_newest_and_few_between()
    {
        Start();
        for (var sequence = 43; sequence < 5_043; sequence++)
        {
            // Never waits, however slow the viewer.
            Tell(Some.Board(sequence, Some.KyThuat(sequence, used: sequence), Some.KeHoach(), Some.VanPhong()));
        }

        await UntilAsync("id: 5042\n");

        Assert.InRange(Events().Count(line => line.StartsWith("scorecard", StringComparison.Ordinal)), 4, 100);
    }

    [Fact]
    public void Given_an_older_board_that_comes_late_When_told_Then_it_is_passed_over()
    {
        Tell(Some.Board(50, Some.KyThuat(50), Some.KeHoach(), Some.VanPhong()));
        Tell(Some.Board(49, Some.KyThuat(49), Some.KeHoach(), Some.VanPhong()));

        Assert.Equal(50, latest.Take()!.Sequence);
    }

    [Fact]
    public async Task Given_the_source_ends_When_told_Then_the_stream_ends()
    {
        Start();
        latest.OnCompleted();

        await running.WaitAsync(Patience);
    }

    [Fact]
    public async Task Given_the_host_closes_When_told_Then_the_stream_ends_at_once()
    {
        Start();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAny(running);
    }

    public void Dispose() => stop.Dispose();

    private void Start() => running = new LiveStream(pipe.Writer, Some.Calendar, clock).RunAsync(Some.Board(), latest, stop.Token);

    private void Tell(ScoreboardView board) => latest.OnNext(new BoardChange(board.Units[0], board));

    private async Task UntilAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!seen.ToString().Contains(text, StringComparison.Ordinal) || !seen.ToString().EndsWith("\n\n", StringComparison.Ordinal))
        {
            var read = await pipe.Reader.ReadAsync(patience.Token);
            seen.Append(Encoding.UTF8.GetString(read.Buffer));
            pipe.Reader.AdvanceTo(read.Buffer.End);
        }
    }

    private List<string> Events() =>
    [
        .. seen.ToString().Split("\n\n").Where(part => part.StartsWith("event: ", StringComparison.Ordinal)).Select(part =>
        {
            var lines = part.Split('\n');
            var id = lines.FirstOrDefault(line => line.StartsWith("id: ", StringComparison.Ordinal));
            return $"{lines[0]["event: ".Length..]} {id?["id: ".Length..]}";
        }),
    ];
}
