using System.Text.RegularExpressions;

namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>The examples of docs/profiles.md are run, so that the guide cannot go stale.</summary>
public sealed class ProfileGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "profiles.md"));

    [Fact]
    public void Given_the_example_of_the_guide_When_its_message_comes_Then_it_gives_what_the_guide_says()
    {
        using var site = new ProfileSite().Write("toa-nha.yaml", Block("yaml", 0));

        var values = site.Values("toa-nha/tang-2/dien", Block("json", 0));

        const string at = "at 2026-09-01T03:15:00.000Z";
        Assert.Empty(site.Library.Problems);
        Assert.Equal(
            $"electricity Counter Import [L1] 1523.4 kWh {at}; electricity Gauge Net [L1] 410 W {at}; electricity Counter Import [L2] 99.1 kWh {at}; electricity Gauge Net [L2] 0 W {at}",
            values);
    }

    [Fact]
    public void Given_the_extending_example_When_a_total_comes_Then_it_is_water()
    {
        using var site = new ProfileSite(shipped: true).Write("cellar-water.yaml", Block("yaml", 1));

        Assert.Equal("water Counter [1] 1322.738 m3", site.Values("s0pcmreader/1/total", "1322738"));
        Assert.Equal("pulses Counter [2] 7 pulses", site.Values("s0pcmreader/2/total", "7"));
    }

    private static string Block(string language, int index) =>
        Regex.Matches(Guide, $"```{language}\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))[index].Groups["text"].Value;
}
