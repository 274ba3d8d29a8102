using EmulationPlatform.Watching.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace EmulationPlatform.Watching.Tests;

/// <summary>What stands in the end depends on the hours, not on how often or how late they were told, nor on restarts.</summary>
public sealed class WatchProperties
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(60);
    private static readonly WatchSettings Settings = new() { Watches = [WatchKind.NightFlow, WatchKind.OffHours, WatchKind.UnusualWeek] };

    [Fact]
    public void Given_hours_in_order_When_some_are_told_again_Then_the_same_is_told() =>
        Holds(from hours in Days.Hours from again in Again(hours) select (hours, again), each =>
        {
            using var once = Told(each.hours);
            using var often = Told(each.again);
            return once.Told.SequenceEqual(often.Told) && once.State.Standing.SequenceEqual(often.State.Standing);
        });

    [Fact]
    public void Given_hours_When_some_come_up_to_a_week_late_Then_the_same_stands_in_the_end() =>
        Holds(from hours in Days.Hours from late in Late(hours) select (hours, late), each =>
        {
            using var once = Told(each.hours);
            using var shuffled = Told(each.late);
            return Standing(once).SequenceEqual(Standing(shuffled));
        });

    [Fact]
    public void Given_hours_When_the_host_starts_anew_among_them_Then_the_same_stands_in_the_end() =>
        Holds(from hours in Days.Hours from cut in Gen.Choose(0, hours.Length) select (hours, cut), each =>
        {
            using var once = Told(each.hours);
            using var before = Told(each.hours[..each.cut]);
            using var after = new Story(Settings, "m3", before.Now);
            after.State = before.State;
            after.Begin(new WatchSeed
            {
                Hours = each.hours[Math.Max(0, each.cut - (WatchSeed.HistoryDays * 24))..each.cut],
                Raised = before.State.RaisedOf(Story.Source),
            });
            var quiet = after.Told.Count == 0;
            after.Use(each.hours[each.cut..]);
            return quiet && Standing(once).SequenceEqual(Standing(after)) && once.Told.Count == before.Told.Count + after.Told.Count;
        });

    /// <summary>The laws would hold of watches that never say anything.</summary>
    [Fact]
    public void Given_generated_hours_When_they_are_told_Then_every_watch_raises_and_clears_in_some()
    {
        var told = Days.Hours.Sample(20).SelectMany(hours =>
        {
            using var story = Told(hours);
            return story.Told.Select(signal => (signal.Kind, signal is WatchSignal.Raised));
        });

        Assert.Equal(2 * Settings.Watches.Count, told.Distinct().Count());
    }

    private static void Holds<T>(Gen<T> cases, Func<T, bool> law) => Prop.ForAll(Arb.From(cases), law).Check(Many);

    private static Story Told(IEnumerable<HourUsed> hours) => new Story(Settings, "m3").Begin().Use(hours);

    private static IEnumerable<WatchKind> Standing(Story story) => story.State.Standing.Select(alert => alert.Kind).Order();

    /// <summary>After some hours, those of the days before once more.</summary>
    private static Gen<HourUsed[]> Again(HourUsed[] hours) =>
        from backs in Gen.Frequency((40, Gen.Constant(0)), (3, Gen.Choose(1, 3)), (1, Gen.Choose(1, 150))).ArrayOf(hours.Length)
        select backs.SelectMany((back, no) => hours[no..(no + 1)].Concat(hours[Math.Max(0, no - back)..(no + 1)])).ToArray();

    private static Gen<HourUsed[]> Late(HourUsed[] hours) =>
        from delays in Gen.Frequency((20, Gen.Constant(0)), (3, Gen.Choose(1, 24)), (2, Gen.Choose(1, 160))).ArrayOf(hours.Length)
        select hours.Select((hour, no) => (hour, no)).OrderBy(each => each.no + delays[each.no]).Select(each => each.hour).ToArray();
}
