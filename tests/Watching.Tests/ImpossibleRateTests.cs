using EmulationPlatform.Sdk;
using EmulationPlatform.Watching.Tests.Support;

namespace EmulationPlatform.Watching.Tests;

public sealed class ImpossibleRateTests : IDisposable
{
    private static readonly Instant First = Story.At(Story.Monday, 8);
    private static readonly Instant Second = Story.At(Story.Monday, 9);
    private readonly Story story = new(Story.Only(WatchKind.ImpossibleRate));

    [Fact]
    public void Given_an_impossible_interval_When_it_is_settled_Then_it_is_raised_once_and_cleared_once()
    {
        story.Begin().Wait(TimeSpan.FromHours(10)).Tell(Interval(First)).Tell(Interval(First)).Wait(TimeSpan.FromDays(3));
        Assert.Equal(
            [new WatchSignal.Raised(First, Story.At(Story.Monday, 10), new WatchFigures.ImpossibleRate(First, End(First), Open: 1))],
            story.Told);

        story.Tell(Settled(First));

        Assert.Equal(new WatchSignal.Cleared(First, story.Now, new WatchFigures.ImpossibleRate(First, End(First), Open: 0)), story.Told[^1]);
    }

    [Fact]
    public void Given_two_intervals_When_one_is_settled_Then_the_alert_stands_until_the_other_is()
    {
        story.Begin().Tell(Interval(First)).Tell(Interval(Second)).Tell(Settled(First));
        Assert.Single(story.Told);

        story.Tell(Settled(Second));

        Assert.Equal(First, Assert.IsType<WatchSignal.Cleared>(story.Told[^1]).Since);
    }

    [Fact]
    public void Given_an_interval_that_got_another_end_When_it_is_settled_Then_it_is_cleared()
    {
        story.Begin().Tell(Interval(First)).Tell(new Impossible(First, Second)).Tell(Settled(First));

        Assert.IsType<WatchSignal.Cleared>(story.Told[^1]);
    }

    [Fact]
    public void Given_something_settled_that_was_never_told_When_it_comes_Then_nothing_is_told()
    {
        story.Begin().Tell(Settled(First));

        Assert.Empty(story.Told);
    }

    [Theory]
    [InlineData(true, true, "")]
    [InlineData(true, false, "cleared")]
    [InlineData(false, true, "raised")]
    [InlineData(false, false, "")]
    public void Given_a_restart_When_what_is_open_is_read_again_Then_only_a_difference_is_told(bool told, bool open, string expected)
    {
        story.Begin(new WatchSeed
        {
            Impossible = open ? [Interval(First)] : [],
            Raised = told ? new Dictionary<WatchKind, Instant> { [WatchKind.ImpossibleRate] = First } : [],
        });

        Assert.Equal(expected, string.Join(' ', story.Told.Select(signal => signal is WatchSignal.Raised ? "raised" : "cleared")));
    }

    [Fact]
    public void Given_more_intervals_than_are_kept_When_all_are_settled_Then_it_is_cleared()
    {
        story.Begin();
        var all = Enumerable.Range(0, ImpossibleWatch.Kept + 10).Select(no => First.Plus(TimeSpan.FromHours(no))).ToList();

        all.ForEach(from => story.Tell(Interval(from)));
        all.ForEach(from => story.Tell(Settled(from)));

        Assert.Equal([typeof(WatchSignal.Raised), typeof(WatchSignal.Cleared)], story.Told.Select(signal => signal.GetType()));
    }

    public void Dispose() => story.Dispose();

    private static Instant End(Instant from) => from.Plus(TimeSpan.FromMinutes(15));

    private static Impossible Interval(Instant from) => new(from, End(from));

    private static Impossible Settled(Instant from) => new(from, End(from), IsSettled: true);
}
