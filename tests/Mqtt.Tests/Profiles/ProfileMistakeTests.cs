namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>What a person is told about a mistake in a profile: where it is and what to write instead.</summary>
public sealed class ProfileMistakeTests
{
    private const string Reading = "{ value: e, metric: electricity, kind: counter, direction: import, unit: kWh }";

    public static TheoryData<string, string> Mistakes => new()
    {
        { "profile: own\nrules:\n  - topic: x\n    reading: []", "own.yaml:4:5: unknown key 'reading'; known here: topic, " },
        { "profile: own\nrules:\n  - topic: x\n    readings:\n      - { value: e, metric: watr, kind: counter, unit: m3 }", "own.yaml:5:29: metric 'watr' is not known; write one of electricity, water" },
        { "profile: own\nrules:\n  - topic: x\n    readings:\n      - { value: a.., metric: water, kind: counter, unit: m3 }", "own.yaml:5:18: path 'a..': a key is missing after '.'" },
        { "profile: own\nrules:\n  - topic: x\n    readings:\n      - { value: 'a[?(@.b)]', metric: water, kind: counter, unit: m3 }", "own.yaml:5:18: path 'a[?(@.b)]': [?(@.b)] is not known" },
        { "profile: own\nrules:\n  - topic: x\n    readings:\n      - { value: e, metric: water, kind: counter, unit: kWh }", "own.yaml:5:57: unit kWh does not give m3" },
        { "profile: own\nrules:\n  - topic: x\n    readings:\n      - { value: e, metric: electricity, kind: counter, unit: kWh }", "own.yaml:5:9: direction: is missing" },
        { "profile: own\nrules:\n  - topic: x\n    readings:\n      - { value: e, factor: '0,001', metric: water, kind: counter, unit: m3 }", "own.yaml:5:29: factor: needs a number with a decimal point" },
        { "profile: own\nrules:\n  - topic: x\n    readings:\n      - { value: e, channel: \"{n}\", metric: water, kind: counter, unit: m3 }", "own.yaml:5:30: '{n}' uses {n}, which neither the topic nor the value path binds" },
        { "profile: own\nrules:\n  - topic: a/b#\n    readings: [" + Reading + "]", "own.yaml:3:12: topic 'a/b#': 'b#' mixes + or # with text" },
        { "profile: own\nrules:\n  - topic: x\n    when: [{ path: a, matches: '(' }]\n    readings: [" + Reading + "]", "own.yaml:4:32: '(' is not a usable pattern" },
        { "profile: own\nrules:\n  - topic: x\n    when: [{ path: a }]\n    readings: [" + Reading + "]", "own.yaml:4:12: a condition needs exactly one of exists" },
        { "profile: own\nrules:\n  - topic: x\n    time: { path: t, format: dd.MM }\n    readings: [" + Reading + "]", "own.yaml:4:30: format: needs iso, unix, unixMs or a pattern" },
        { "profile: own\nrules:\n  - topic: x\n    ignore: yes\n    readings: [" + Reading + "]", "own.yaml:4:13: ignore: needs true or false" },
        { "profile: own\nrules:\n  - topic: x\n    readings: [{ value: e, unit: $weight, metric: water, kind: counter }]", "own.yaml:4:34: parameter $weight is not declared" },
        { "profile: own\nrules: 5", "own.yaml:1:1: rules: is missing" },
        { "profile: own\nextends: tasmotta", "own.yaml:2:10: profile 'tasmotta' is not there to be extended" },
        { "profile: own\nextends: s0pcm\nparameters: { wait: 1 }", "own.yaml:3:15: the extended profile has no parameter 'wait'; known: factor, metric, unit" },
        { "profile: own\nextends: s0pcm\nparameters: { metric: watr }", "own.yaml:3:23: metric 'watr' is not known" },
        { "profile: own\n  bad: : yaml", "own.yaml:2:" },
        { "- just a list", "own.yaml:1:1: one profile per file is needed" },
        { "", "own.yaml:1:1: one profile per file is needed" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Given_a_mistake_in_a_file_When_loaded_Then_its_place_and_the_remedy_are_told(string text, string expected)
    {
        using var site = new ProfileSite(shipped: true);

        site.Write("own.yaml", text);

        Assert.Contains(site.Library.Problems, problem => problem.ToString().StartsWith(expected, StringComparison.Ordinal));
        Assert.DoesNotContain(site.Library.Current.Profiles, profile => profile.Id == "own");
    }

    [Fact]
    public void Given_two_files_with_one_name_When_loaded_Then_the_second_is_refused()
    {
        using var site = new ProfileSite();
        site.Write("a.yaml", "profile: own\nrules: [{ topic: x, readings: [" + Reading + "] }]");

        site.Write("b.yaml", "profile: own\nrules: [{ topic: y, readings: [" + Reading + "] }]");

        Assert.Contains("b.yaml:1:1: profile 'own' is in another file already", Assert.Single(site.Library.Problems).ToString(), StringComparison.Ordinal);
        Assert.True(site.Read("x", """{"e":1}""").Matched);
        Assert.False(site.Read("y", """{"e":1}""").Matched);
    }
}
