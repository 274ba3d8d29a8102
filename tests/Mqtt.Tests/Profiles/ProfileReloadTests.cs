using Microsoft.Extensions.Logging.Abstractions;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

public sealed class ProfileReloadTests
{
    private const string InKwh = "profile: own\nrules:\n  - { topic: x, readings: [{ value: e, metric: electricity, kind: counter, direction: import, unit: kWh }] }";

    [Fact]
    public void Given_a_good_file_When_it_is_spoiled_and_mended_Then_the_last_good_version_stays_in_force_meanwhile()
    {
        using var site = new ProfileSite().Write("own.yaml", InKwh);

        site.Write("own.yaml", "profile: own\nrules: [{ topic: x, readings: nonsense }]");
        Assert.NotEmpty(site.Library.Problems);
        Assert.Equal("electricity Counter Import 5 kWh", site.Values("x", """{"e":5}"""));

        site.Write("own.yaml", InKwh.Replace("unit: kWh", "unit: Wh", StringComparison.Ordinal));
        Assert.Empty(site.Library.Problems);
        Assert.Equal("electricity Counter Import 0.005 kWh", site.Values("x", """{"e":5}"""));
    }

    [Fact]
    public void Given_a_site_file_When_it_is_deleted_Then_it_is_no_longer_in_force()
    {
        using var site = new ProfileSite().Write("own.yaml", InKwh);

        File.Delete(Path.Combine(site.Folder, "own.yaml"));
        site.Library.Reload();

        Assert.False(site.Read("x", """{"e":5}""").Matched);
    }

    [Fact]
    public void Given_a_site_profile_with_a_shipped_name_When_loaded_Then_it_replaces_the_shipped_one()
    {
        using var site = new ProfileSite(shipped: true);

        site.Write("tasmota.yaml", InKwh.Replace("profile: own", "profile: tasmota", StringComparison.Ordinal));

        Assert.Equal("electricity Counter Import 5 kWh", site.Values("x", """{"e":5}"""));
        Assert.False(site.Read("tele/plug/SENSOR", """{"ENERGY":{"Total":1}}""").Matched);
    }

    [Fact]
    public void Given_a_site_profile_for_a_shipped_topic_When_a_message_comes_Then_the_site_is_asked_first()
    {
        using var site = new ProfileSite(shipped: true);

        site.Write("cellar.yaml", "profile: cellar\nextends: tasmota\ntopics: [tele/cellar/SENSOR]\nparameters: { counterMetric: water, counterUnit: L, counterFactor: 10 }");

        Assert.Equal("water Counter 0.03 m3", site.Values("tele/cellar/SENSOR", """{"COUNTER":{"C1":3}}"""));
        Assert.Equal("pulses Counter 3 pulses", site.Values("tele/attic/SENSOR", """{"COUNTER":{"C1":3}}"""));
    }

    [Fact]
    public void Given_a_watched_folder_When_a_file_changes_Then_the_next_look_loads_it()
    {
        using var site = new ProfileSite();
        var clock = new TimerClock();
        using var watch = new ProfileWatch(site.Library, clock, NullLogger.Instance);

        File.WriteAllText(Path.Combine(site.Folder, "own.yaml"), InKwh);
        Assert.False(site.Read("x", """{"e":5}""").Matched);
        clock.Fire();

        Assert.True(site.Read("x", """{"e":5}""").Matched);
    }

    [Fact]
    public void Given_the_system_clock_When_a_file_changes_Then_it_is_in_force_soon()
    {
        using var site = new ProfileSite();
        using var watch = new ProfileWatch(site.Library, TimeProvider.System, NullLogger.Instance);

        File.WriteAllText(Path.Combine(site.Folder, "own.yaml"), InKwh);

        Assert.True(SpinWait.SpinUntil(() => site.Read("x", """{"e":5}""").Matched, TimeSpan.FromSeconds(30)));
    }

    private sealed class TimerClock : TimeProvider
    {
        private TimerCallback? callback;

        public void Fire() => callback!(null);

        public override ITimer CreateTimer(TimerCallback timerCallback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            callback = timerCallback;
            return System.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
