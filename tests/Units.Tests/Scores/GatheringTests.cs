using System.Reactive.Concurrency;
using System.Reactive.Subjects;
using EmulationPlatform.Units.Scores;

namespace EmulationPlatform.Units.Tests.Scores;

public sealed class GatheringTests : IDisposable
{
    private static readonly TimeSpan Time = TimeSpan.FromMilliseconds(100);
    private readonly HistoricalScheduler scheduler = new();
    private readonly Subject<int> items = new();
    private readonly List<IList<int>> gathered = [];

    [Fact]
    public void Given_items_within_the_time_When_it_is_over_Then_they_come_as_one_list()
    {
        using var subscription = items.GatheredFor(Time, scheduler).Subscribe(gathered.Add);

        items.OnNext(1);
        scheduler.AdvanceBy(Time / 2);
        items.OnNext(2);
        Assert.Empty(gathered);
        scheduler.AdvanceBy(Time / 2);

        Assert.Equal([[1, 2]], gathered);
    }

    [Fact]
    public void Given_no_items_When_time_passes_Then_nothing_comes_and_a_later_item_waits_its_whole_time()
    {
        using var subscription = items.GatheredFor(Time, scheduler).Subscribe(gathered.Add);

        scheduler.AdvanceBy(Time * 10.5);
        items.OnNext(1);
        scheduler.AdvanceBy(Time * 0.9);
        Assert.Empty(gathered);
        scheduler.AdvanceBy(Time * 0.1);

        Assert.Equal([[1]], gathered);
    }

    [Fact]
    public void Given_an_item_that_comes_while_a_list_is_handed_over_When_its_time_is_over_Then_it_comes_without_waiting_for_another()
    {
        using var subscription = items.GatheredFor(Time, scheduler).Subscribe(list =>
        {
            gathered.Add(list);
            if (gathered.Count == 1)
            {
                items.OnNext(2);
            }
        });

        items.OnNext(1);
        scheduler.AdvanceBy(Time);
        scheduler.AdvanceBy(Time);

        Assert.Equal([[1], [2]], gathered);
    }

    [Fact]
    public void Given_items_waiting_When_unsubscribed_Then_nothing_comes_any_more()
    {
        var subscription = items.GatheredFor(Time, scheduler).Subscribe(gathered.Add);
        items.OnNext(1);

        subscription.Dispose();
        scheduler.AdvanceBy(Time);

        Assert.Empty(gathered);
        Assert.False(items.HasObservers);
    }

    public void Dispose() => items.Dispose();
}
