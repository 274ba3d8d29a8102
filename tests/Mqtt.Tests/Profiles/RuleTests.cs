namespace EmulationPlatform.Connectors.Mqtt.Profiles;

/// <summary>Each thing a rule can do, in the smallest profile that shows it.</summary>
public sealed class RuleTests
{
    private const string Energy = "metric: electricity, kind: counter, direction: import, unit: kWh";
    private const string Kwh = "electricity Counter Import";

    public static TheoryData<string, string, string, string> Cases => new()
    {
        // Topics
        { "- { topic: \"m/shelly-{id}/x\", readings: [{ value: e, channel: \"{id}\", " + Energy + " }] }", "m/shelly-7/x", """{"e":1}""", $"{Kwh} [7] 1 kWh" },
        { "- { topic: \"{place...}/x\", readings: [{ value: e, channel: \"{place}\", " + Energy + " }] }", "a/b/c/x", """{"e":1}""", $"{Kwh} [a/b/c] 1 kWh" },
        { "- { topic: \"a/+/x\", readings: [{ value: e, " + Energy + " }] }", "a/b/x", """{"e":1}""", $"{Kwh} 1 kWh" },
        { "- { topic: \"a/#\", readings: [{ value: e, " + Energy + " }] }", "a", """{"e":1}""", $"{Kwh} 1 kWh" },
        { "- { topic: [p/x, q/x], readings: [{ value: e, " + Energy + " }] }", "q/x", """{"e":1}""", $"{Kwh} 1 kWh" },
        { "- { topic: /lead/x, readings: [{ value: e, " + Energy + " }] }", "/lead/x", """{"e":1}""", $"{Kwh} 1 kWh" },

        // Paths
        { "- { topic: x, readings: [{ value: '$[\"a:0\"].b[1]', " + Energy + " }] }", "x", """{"a:0":{"b":[1,2]}}""", $"{Kwh} 2 kWh" },
        { "- { topic: x, readings: [{ value: inner.json().e, " + Energy + " }] }", "x", """{"inner":"{\"e\":3}"}""", $"{Kwh} 3 kWh" },
        { "- { topic: x, readings: [{ value: \"s:{n}.e\", channel: \"{n}\", " + Energy + " }] }", "x", """{"s:0":{"e":1},"t":2,"s:1":{"e":2}}""", $"{Kwh} [0] 1 kWh; {Kwh} [1] 2 kWh" },
        { "- { topic: x, readings: [{ value: \"e[{i+1}]\", channel: \"L{i}\", " + Energy + " }] }", "x", """{"e":[1,2]}""", $"{Kwh} [L1] 1 kWh; {Kwh} [L2] 2 kWh" },
        { "- { topic: x, readings: [{ value: \"{p:a=L1|b=L2}_e\", channel: \"{p}\", " + Energy + " }] }", "x", """{"a_e":1,"b_e":2,"c_e":3}""", $"{Kwh} [L1] 1 kWh; {Kwh} [L2] 2 kWh" },
        { "- { topic: x, each: \"m[*]\", where: [{ path: n, equals: E }], readings: [{ value: v, " + Energy + " }] }", "x", """{"m":[{"n":"Q","v":1},{"n":"E","v":2}]}""", $"{Kwh} 2 kWh" },
        { "- { topic: x, each: \"m.{k}\", readings: [{ value: \"@\", channel: \"{k}\", " + Energy + " }] }", "x", """{"m":{"t":5}}""", $"{Kwh} [t] 5 kWh" },

        // Texts
        { "- { topic: x, payload: text, readings: [{ value: $, " + Energy + " }] }", "x", " 0012.50\r\n", $"{Kwh} 12.5 kWh" },
        { "- { topic: x, payload: text, capture: { path: $, pattern: '^E=(?<e>[0-9.]+)$' }, readings: [{ value: \"{e}\", " + Energy + " }] }", "x", "E=7.5", $"{Kwh} 7.5 kWh" },
        { "- { topic: x, payload: text, columns: { path: $, separator: ';', names: [t, _, e] }, time: { text: \"{t}\", format: unix }, readings: [{ value: \"{e}\", " + Energy + " }] }", "x", "1700000000; 4;8.25", $"{Kwh} 8.25 kWh at 2023-11-14T22:13:20.000Z" },

        // Conditions
        { "- { topic: x, when: [{ path: a, exists: true }, { path: b, exists: false }, { path: a, number: true }], readings: [{ value: a, " + Energy + " }] }", "x", """{"a":1}""", $"{Kwh} 1 kWh" },
        { "- { topic: x, when: [{ path: s, notMatches: '^bad' }], readings: [{ value: a, " + Energy + " }] }", "x", """{"a":1,"s":"bad one"}""", "" },
        { "- { topic: \"{d}/x\", when: [{ text: \"{d}\", noneOf: [b] }], readings: [{ value: a, " + Energy + " }] }", "b/x", """{"a":1}""", "" },
        { "- { topic: x, when: [{ path: a, count: 2 }], readings: [{ value: \"a[1]\", " + Energy + " }] }", "x", """{"a":[1,2]}""", $"{Kwh} 2 kWh" },

        // Units, factors, signs
        { "- { topic: x, readings: [{ value: e, metric: electricity, kind: counter, direction: import, unit: { path: u, default: Wh } }] }", "x", """{"e":5,"u":"MWh"}""", $"{Kwh} 5000 kWh" },
        { "- { topic: x, readings: [{ value: e, metric: electricity, kind: counter, direction: import, unit: { path: u, default: Wh } }] }", "x", """{"e":5}""", $"{Kwh} 0.005 kWh" },
        { "- { topic: x, readings: [{ value: e, metric: electricity, kind: counter, direction: import, unit: { path: u } }] }", "x", """{"e":5,"u":"kVAh"}""", "" },
        { "- { topic: x, readings: [{ value: e, metric: electricity, kind: counter, direction: import, unit: Wmin }] }", "x", """{"e":81010}""", $"{Kwh} 1.350166667 kWh" },
        { "- { topic: x, readings: [{ value: e, factor: { path: t, table: { '5': 0.01 } }, " + Energy + " }] }", "x", """{"e":250,"t":5}""", $"{Kwh} 2.5 kWh" },
        { "- { topic: x, readings: [{ value: e, factor: { path: t, table: { '5': 0.01 } }, " + Energy + " }] }", "x", """{"e":250,"t":6}""", "" },
        { "- { topic: x, readings: [{ value: p, sign: { path: flow, negative: out }, metric: electricity, kind: gauge, direction: net, unit: kW }] }", "x", """{"p":1.5,"flow":"out"}""", "electricity Gauge Net -1500 W" },
        { "- { topic: x, readings: [{ value: w, metric: water, kind: gauge, unit: L/min }] }", "x", """{"w":10}""", "water Gauge 0.6 m3/h" },

        // Times
        { "- { topic: x, time: t, readings: [{ value: e, " + Energy + " }] }", "x", """{"e":1,"t":"2026-09-01T10:00:00"}""", $"{Kwh} 1 kWh at 2026-09-01T03:00:00.000Z" },
        { "- { topic: x, time: { path: t, zone: utc }, readings: [{ value: e, " + Energy + " }] }", "x", """{"e":1,"t":"2026-09-01T10:00:00.4996"}""", $"{Kwh} 1 kWh at 2026-09-01T10:00:00.500Z" },
        { "- { topic: x, time: { path: t, format: [unixMs, \"yyyy.MM.dd HH:mm:ss\"] }, readings: [{ value: e, " + Energy + " }] }", "x", """{"e":1,"t":"2026.09.01 10:00:00"}""", $"{Kwh} 1 kWh at 2026-09-01T03:00:00.000Z" },
        { "- { topic: x, time: [{ path: none }, { path: t, format: unix, nothing: ['0'] }], readings: [{ value: e, " + Energy + " }] }", "x", """{"e":1,"t":0}""", $"{Kwh} 1 kWh" },

        // Shared keys, and values that stand for none
        { "- { topic: x, " + Energy + ", readings: [{ value: a, channel: one }, { value: b, unit: Wh }] }", "x", """{"a":1,"b":2}""", $"{Kwh} [one] 1 kWh; {Kwh} 0.002 kWh" },
        { "- { topic: x, readings: [{ value: e, nothing: ['-127'], " + Energy + " }] }", "x", """{"e":-127}""", "" },
        { "- { topic: x, ignore: true }", "x", """{"e":1}""", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Given_a_rule_When_a_message_comes_Then_it_gives_these_readings(string rule, string topic, string payload, string expected)
    {
        using var site = ProfileSite.WithRules(rule);

        var values = site.Values(topic, payload);

        Assert.Empty(site.Library.Problems);
        Assert.Equal(expected, values);
    }

    [Fact]
    public void Given_one_register_named_twice_with_different_values_When_read_Then_none_is_taken()
    {
        using var site = ProfileSite.WithRules("- { topic: x, readings: [{ value: \"{k:a|b}\", " + Energy + " }] }");

        Assert.Equal("badPayload", site.Values("x", """{"a":1,"b":2}"""));
        Assert.Equal($"{Kwh} 1 kWh", site.Values("x", """{"a":1,"b":1}"""));
    }

    [Fact]
    public void Given_the_same_topic_twice_When_read_Then_the_source_is_the_same_object()
    {
        using var site = ProfileSite.WithRules("- { topic: x, readings: [{ value: \"e[{i}]\", channel: \"{i}\", " + Energy + " }] }");

        var first = site.Read("x", """{"e":[1,2]}""").Observations;
        var second = site.Read("x", """{"e":[3,4]}""").Observations;

        Assert.Same(first[1].Source, second[1].Source);
        Assert.NotSame(first[0].Source, first[1].Source);
    }
}
