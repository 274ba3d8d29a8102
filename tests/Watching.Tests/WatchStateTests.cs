using EmulationPlatform.Sdk;
using EmulationPlatform.Watching.Tests.Support;

namespace EmulationPlatform.Watching.Tests;

public sealed class WatchStateTests
{
    private static readonly Instant Start = Story.At(Story.Monday, 8);
    private static readonly Acknowledgement Seen = new("NV-07", Minute(3), "Hết pin, thay sáng mai");
    private readonly WatchState empty = WatchState.Of([], TimeSpan.FromMinutes(30));

    [Fact]
    public void Given_a_raise_When_it_stands_Then_it_is_in_the_list_and_to_do()
    {
        var state = empty.After(Raised(0));

        Assert.Equal(new Alert("a", Minute(0), Minute(0), Minute(0), Figures(0)), Assert.Single(state.Standing));
        Assert.Equal(1, state.ToDo);
    }

    [Fact]
    public void Given_an_alert_When_it_is_acknowledged_Then_it_stays_in_the_list_and_is_no_longer_to_do()
    {
        var state = empty.After(Raised(0)).Acknowledge("a", WatchKind.Silent, Minute(0), Seen);

        Assert.Equal(Seen, Assert.Single(state.Standing).Acknowledgement);
        Assert.Equal(0, state.ToDo);
    }

    [Fact]
    public void Given_an_acknowledged_alert_When_it_is_cleared_and_raised_much_later_Then_it_is_new_and_to_do()
    {
        var state = empty.After(Raised(0)).Acknowledge("a", WatchKind.Silent, Minute(0), Seen).After(Cleared(10)).After(Raised(41));

        Assert.Equal(new Alert("a", Minute(41), Minute(41), Minute(41), Figures(41)), Assert.Single(state.Standing));
        Assert.Equal(1, state.ToDo);
    }

    [Fact]
    public void Given_an_acknowledged_alert_When_it_flaps_Then_it_is_the_same_alert_and_not_to_do()
    {
        var state = empty.After(Raised(0)).Acknowledge("a", WatchKind.Silent, Minute(0), Seen).After(Cleared(10)).After(Raised(40));

        Assert.Equal(new Alert("a", Minute(0), Minute(40), Minute(40), Figures(40), Seen), Assert.Single(state.Standing));
        Assert.Equal(0, state.ToDo);
        Assert.Equal(Minute(40), state.RaisedOf("a")[WatchKind.Silent]);
    }

    [Fact]
    public void Given_a_cleared_alert_When_the_list_is_asked_Then_it_is_gone_but_kept_for_coming_back()
    {
        var state = empty.After(Raised(0)).After(Cleared(10));

        Assert.Empty(state.Standing);
        Assert.Empty(state.RaisedOf("a"));
        Assert.Equal(0, state.ToDo);
        Assert.Equal(Minute(10), Assert.Single(state.All).ClearedAt);
    }

    [Fact]
    public void Given_an_acknowledgement_of_an_older_alert_When_a_new_one_stands_Then_it_stays_to_do()
    {
        var state = empty.After(Raised(0)).After(Cleared(10)).After(Raised(90)).Acknowledge("a", WatchKind.Silent, Minute(0), Seen);

        Assert.Equal(1, state.ToDo);
    }

    [Fact]
    public void Given_stored_alerts_When_they_are_read_and_raised_again_Then_the_acknowledgement_stays()
    {
        var stored = empty.After(Raised(0)).Acknowledge("a", WatchKind.Silent, Minute(0), Seen).All;

        var state = WatchState.Of(stored, TimeSpan.Zero).After(Raised(0));

        Assert.Equal(Seen, Assert.Single(state.Standing).Acknowledgement);
    }

    [Fact]
    public void Given_alerts_of_several_sources_and_watches_When_one_source_is_watched_no_more_Then_the_others_stand()
    {
        var flow = new SourceSignal("a", new WatchSignal.Raised(Minute(1), Minute(1), new WatchFigures.NightFlow(default, default, 3)));

        var state = empty.After(Raised(5)).After(flow).After(Raised(2) with { Source = "b" });

        Assert.Equal(["a", "b", "a"], state.Standing.Select(alert => alert.Source));
        Assert.Equal("b", Assert.Single(state.Without("a").Standing).Source);
    }

    [Fact]
    public void Given_a_clear_that_was_never_raised_When_it_comes_Then_nothing_changes() => Assert.Same(empty, empty.After(Cleared(1)));

    private static Instant Minute(int minute) => Start.Plus(TimeSpan.FromMinutes(minute));

    private static WatchFigures.Silent Figures(int minute) => new(TimeSpan.FromMinutes(15), Minute(minute), TimeSpan.FromMinutes(45));

    private static SourceSignal Raised(int minute) => new("a", new WatchSignal.Raised(Minute(minute), Minute(minute), Figures(minute)));

    private static SourceSignal Cleared(int minute) => new("a", new WatchSignal.Cleared(Minute(0), Minute(minute), Figures(minute)));
}
